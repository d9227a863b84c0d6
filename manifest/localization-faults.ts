import { AppManifestUtils } from '@microsoft/app-manifest';
import ajv from 'ajv-draft-04';

export type Json = Record<string, unknown>;

/** Lists why Teams would refuse a translation: it must follow its own schema, and translate only what exists. */
export async function localizationFaults(localization: Json, manifest: Json): Promise<string[]> {
  const astray = Object.keys(localization).filter(
    (path) => path !== '$schema' && typeof valueAt(manifest, path) !== 'string',
  );
  return [
    ...(await schemaFaults(localization)).map((fault) => `en.json: ${fault}`),
    ...astray.map((path) => `en.json: ${path} is no text of manifest.json; take it out or mend its path`),
  ];
}

/** Validates by the schema ourselves: Microsoft's validation cannot, because some patterns are invalid in Unicode mode. */
async function schemaFaults(localization: Json): Promise<string[]> {
  const schema = await AppManifestUtils.fetchSchema(String(localization.$schema));
  const validate = new ajv.default({
    allErrors: true,
    strict: false,
    unicodeRegExp: false,
    validateFormats: false,
  }).compile(schema);
  if (validate(localization)) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
  );
}

/** 'bots[0].commandLists[1].commands[2].description' */
const valueAt = (manifest: unknown, path: string): unknown =>
  path
    .split(/[.[\]]+/)
    .filter(Boolean)
    .reduce((part, name) => (part as Json | undefined)?.[name], manifest);
