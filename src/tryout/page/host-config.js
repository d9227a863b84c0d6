const tone = (name) => ({ default: `var(--ac-${name})`, subtle: `var(--ac-${name}-subtle)` });
const tones = {
  default: tone('default'),
  dark: tone('default'),
  light: tone('light'),
  accent: tone('accent'),
  good: tone('good'),
  warning: tone('warning'),
  attention: tone('attention'),
};
const container = (name) => ({
  backgroundColor: `var(--ac-bg-${name})`,
  borderColor: `var(--ac-border-${name})`,
  foregroundColors: tones,
});

/** How Teams draws cards. The colours are CSS variables, so that light and dark follow the page. */
export const hostConfig = {
  spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
  separator: { lineThickness: 1, lineColor: 'var(--line)' },
  supportsInteractivity: true,
  fontTypes: {
    default: {
      fontFamily: 'inherit',
      fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
      fontWeights: { lighter: 300, default: 400, bolder: 600 },
    },
    monospace: {
      fontFamily: 'Consolas, monospace',
      fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
      fontWeights: { lighter: 300, default: 400, bolder: 600 },
    },
  },
  containerStyles: {
    default: container('default'),
    emphasis: container('emphasis'),
    accent: container('accent'),
    good: container('good'),
    attention: container('attention'),
    warning: container('warning'),
  },
  imageSizes: { small: 32, medium: 52, large: 100 },
  imageSet: { imageSize: 'medium', maxImageHeight: 100 },
  actions: {
    maxActions: 6,
    spacing: 'default',
    buttonSpacing: 0,
    actionsOrientation: 'horizontal',
    actionAlignment: 'left',
    showCard: { actionMode: 'inline', inlineTopMargin: 12, style: 'emphasis' },
    preExpandSingleShowCardAction: false,
  },
  factSet: {
    title: { color: 'default', size: 'default', weight: 'bolder', wrap: true, maxWidth: 150 },
    value: { color: 'default', size: 'default', weight: 'default', wrap: true },
    spacing: 12,
  },
  textStyles: {
    heading: { size: 'large', weight: 'bolder', color: 'default' },
    columnHeader: { size: 'default', weight: 'bolder', color: 'default' },
  },
  textBlock: { headingLevel: 3 },
  inputs: {
    label: {
      inputSpacing: 'small',
      requiredInputs: { weight: 'bolder', suffix: ' *', suffixColor: 'attention' },
      optionalInputs: { weight: 'bolder' },
    },
    errorMessage: { color: 'attention', size: 'small', spacing: 'small' },
  },
};
