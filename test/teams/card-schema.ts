import { Ajv } from 'ajv';

/**
 * Adaptive Cards 1.5 as far as our cards use it, after the public reference, stricter than the renderer: an unknown
 * property or value is a fault. Teams adds `msteams` and `choices.data`.
 */

type Schema = Record<string, unknown>;

const text: Schema = { type: 'string' };
const filled: Schema = { type: 'string', minLength: 1 };
const flag: Schema = { type: 'boolean' };
const day: Schema = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' };
const oneOf = (...values: string[]): Schema => ({ enum: values });
const list = (items: Schema): Schema => ({ type: 'array', items });
const ref = (name: string): Schema => ({ $ref: `#/definitions/${name}` });

const spacing = oneOf('None', 'Small', 'Default', 'Medium', 'Large', 'ExtraLarge', 'Padding');
const color = oneOf('default', 'attention', 'Attention', 'good', 'warning', 'accent');
const size = oneOf('Small', 'Default', 'Medium', 'Large', 'ExtraLarge');
const weight = oneOf('Lighter', 'Default', 'Bolder');
const containerStyle = oneOf('default', 'emphasis', 'good', 'attention', 'warning', 'accent');

const object = (type: string, required: readonly string[], properties: Record<string, Schema>): Schema => ({
  type: 'object',
  additionalProperties: false,
  required: ['type', ...required],
  properties: { type: { const: type }, ...properties },
});

const element = (type: string, required: readonly string[], properties: Record<string, Schema>): Schema =>
  object(type, required, {
    id: filled,
    isVisible: flag,
    separator: flag,
    spacing,
    height: oneOf('auto', 'stretch'),
    ...properties,
  });

const input = (type: string, required: readonly string[], properties: Record<string, Schema>): Schema =>
  element(type, ['id', 'label', ...required], {
    label: filled,
    isRequired: flag,
    errorMessage: filled,
    value: text,
    ...properties,
  });

const action = (type: string, required: readonly string[], properties: Record<string, Schema>): Schema =>
  object(type, ['title', ...required], {
    title: filled,
    style: oneOf('default', 'positive', 'destructive'),
    mode: oneOf('primary', 'secondary'),
    ...properties,
  });

const sent = { data: { type: 'object' }, associatedInputs: oneOf('auto', 'none') };

const elements: Record<string, Schema> = {
  TextBlock: element('TextBlock', ['text', 'wrap'], {
    text: filled,
    wrap: { const: true },
    isSubtle: flag,
    color,
    size,
    weight,
    style: oneOf('default', 'heading'),
    horizontalAlignment: oneOf('Left', 'Center', 'Right'),
  }),
  RichTextBlock: element('RichTextBlock', ['inlines'], { inlines: list(ref('TextRun')) }),
  Container: element('Container', ['items'], {
    items: list(ref('Element')),
    style: containerStyle,
    selectAction: ref('Selected'),
  }),
  Image: element('Image', ['url', 'altText'], {
    url: { type: 'string', pattern: '^data:image/png;base64,[A-Za-z0-9+/]+=*$' },
    altText: filled,
  }),
  ColumnSet: element('ColumnSet', ['columns'], { columns: list(ref('Column')) }),
  ActionSet: element('ActionSet', ['actions'], { actions: list(ref('Action')) }),
  'Input.Text': input('Input.Text', [], {
    isMultiline: flag,
    maxLength: { type: 'integer', minimum: 1 },
    placeholder: filled,
    style: oneOf('Text', 'Tel', 'Url', 'Email'),
  }),
  'Input.Date': input('Input.Date', [], { min: day, max: day, placeholder: filled }),
  'Input.Time': input('Input.Time', [], { placeholder: filled }),
  'Input.Toggle': input('Input.Toggle', ['title'], { title: filled, valueOn: filled, valueOff: filled }),
  'Input.ChoiceSet': input('Input.ChoiceSet', ['choices'], {
    choices: list({
      type: 'object',
      additionalProperties: false,
      required: ['title', 'value'],
      properties: { title: filled, value: filled },
    }),
    'choices.data': object('Data.Query', ['dataset'], { dataset: filled }),
    isMultiSelect: flag,
    wrap: flag,
    placeholder: filled,
    style: oneOf('compact', 'expanded', 'filtered'),
  }),
};

const actions: Record<string, Schema> = {
  'Action.Execute': action('Action.Execute', ['verb', 'data', 'fallback'], {
    verb: filled,
    fallback: ref('Action.Submit'),
    ...sent,
  }),
  'Action.Submit': action('Action.Submit', ['data'], sent),
  'Action.OpenUrl': action('Action.OpenUrl', ['url'], {
    url: { type: 'string', pattern: '^https://teams\\.microsoft\\.com/l/chat/0/0\\?users=28:[0-9a-f-]{36}$' },
  }),
  'Action.ToggleVisibility': action('Action.ToggleVisibility', ['targetElements'], {
    targetElements: list({
      anyOf: [
        filled,
        {
          type: 'object',
          additionalProperties: false,
          required: ['elementId', 'isVisible'],
          properties: { elementId: filled, isVisible: flag },
        },
      ],
    }),
  }),
};

/** Picks the schema by the type, so that a fault names the property and not every other type. */
const byType = (schemas: Record<string, Schema>): Schema => ({
  type: 'object',
  required: ['type'],
  properties: { type: { enum: Object.keys(schemas) } },
  allOf: Object.keys(schemas).map((type) => ({
    if: { properties: { type: { const: type } } },
    // biome-ignore lint/suspicious/noThenProperty: a word of JSON Schema
    then: ref(type),
  })),
});

const schema: Schema = {
  definitions: {
    ...elements,
    ...actions,
    Element: byType(elements),
    Action: byType(actions),
    // An element that is pressed as a whole is named by its content.
    Selected: object('Action.Execute', ['verb', 'data', 'fallback'], {
      verb: filled,
      fallback: ref('Action.Submit'),
      ...sent,
    }),
    TextRun: object('TextRun', ['text'], { text: filled, isSubtle: flag, italic: flag, color, size, weight }),
    Column: element('Column', ['items', 'width'], {
      items: list(ref('Element')),
      // A number is the share of the width that the column has.
      width: {
        anyOf: [
          { type: 'integer', minimum: 1 },
          { type: 'string', pattern: '^(auto|stretch|\\d+px)$' },
        ],
      },
      verticalContentAlignment: oneOf('Top', 'Center', 'Bottom'),
    }),
  },
  ...object('AdaptiveCard', ['version', 'body', '$schema'], {
    $schema: filled,
    version: { const: '1.5' },
    speak: filled,
    msteams: { const: { width: 'Full' } },
    body: { type: 'array', minItems: 1, items: ref('Element') },
    actions: { type: 'array', items: ref('Action') },
  }),
};

const validate = new Ajv({ allErrors: true, strict: false }).compile(schema);

/** Lists where a card departs from the schema. */
export function schemaFaults(card: unknown): string[] {
  validate(card);
  return (validate.errors ?? [])
    .filter(({ keyword }) => keyword !== 'if')
    .map((fault) => `${fault.instancePath} ${fault.message} ${JSON.stringify(fault.params)}`);
}
