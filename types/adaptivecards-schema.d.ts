/** What adaptivecards-templating's types want of adaptivecards, whose own source does not compile under our rules. */
export type IAdaptiveCard = Record<string, unknown>;
