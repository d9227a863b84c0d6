import { AppManifestUtils } from '@microsoft/app-manifest';
import ajv from 'ajv-draft-04';

export type Json = Record<string, unknown>;

/** What Teams would not take of a translation: it follows a schema of its own, and only translates what is there. */
export async function localizationFaults(localization: Json, manifest: Json): Promise<string[]> {
  const astray = Object.keys(localization).filter(
    (path) => path !== '$schema' && typeof valueAt(manifest, path) !== 'string',
  );
  return [
    ...(await schemaFaults(localization)).map((fault) => `en.json: ${fault}`),
    ...astray.map((path) => `en.json: ${path} is no text of manifest.json; take it out or mend its path`),
  ];
}

/** Microsoft's own validation cannot do this: some patterns of its schema are none in Unicode mode. */
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
