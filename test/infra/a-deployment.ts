import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

/** What Azure is asked to make, with what is only known there still an expression: `[reference(...).clientId]`. */
export type Resource = { id: string; type: string; name: string; apiVersion: string; properties: JsonObject };

/** The deployments that the compiler worked out, by the parameters they have. */
export const deployments = globSync('test/infra/*.snapshot.json')
  .sort()
  .map((path) => {
    const { predictedResources, outputs } = JSON.parse(readFileSync(path, 'utf8'));
    const resources: Resource[] = predictedResources;
    return { name: basename(path, '.snapshot.json'), resources, outputs: outputs as JsonObject };
  });

export type Deployment = (typeof deployments)[number];

/** Lists the resources of a type. */
export const ofType = ({ resources }: Pick<Deployment, 'resources'>, type: string): Resource[] =>
  resources.filter((one) => one.type === type);

/** Returns the only resource of a type. */
export function theOnly(deployment: Deployment, type: string): Resource {
  const [first, ...others] = ofType(deployment, type);
  assert(first && others.length === 0, `one ${type} in ${deployment.name}`);
  return first;
}

/** Returns what stands on that path in it. */
export const at = (json: Json | undefined, ...path: (string | number)[]): Json | undefined =>
  path.reduce<Json | undefined>(
    (found, key) => (typeof found === 'object' && found ? (found as JsonObject)[key] : undefined),
    json,
  );

/** Lists every text and number in it, with the path on which it stands. */
export function leaves(json: Json, path: readonly string[] = []): { path: readonly string[]; value: Json }[] {
  if (typeof json !== 'object' || json === null) return [{ path, value: json }];
  return Object.entries(json).flatMap(([key, value]) => leaves(value, [...path, key]));
}
