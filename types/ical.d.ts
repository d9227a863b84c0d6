/** What the tests use of ical.js, whose own types do not compile under our rules. */
type Value = { toString(): string };

declare class Component {
  constructor(parsed: unknown);
  getAllSubcomponents(name: string): Component[];
  getFirstSubcomponent(name: string): Component | null;
  getFirstPropertyValue(name: string): Value | null;
}

type Time = Value & { toJSDate(): Date; zone: { tzid: string } };

declare class Event {
  constructor(component: Component);
  uid: string;
  sequence: number;
  summary: string;
  location: string | null;
  organizer: string;
  attendees: { getFirstValue(): unknown }[];
  startDate: Time;
  endDate: Time;
}

declare const ICAL: {
  parse(text: string): unknown;
  Component: typeof Component;
  Event: typeof Event;
  Time: { fromDateTimeString(text: string): Time };
  TimezoneService: { reset(): void; register(zone: Component): void };
};

// biome-ignore lint/style/noDefaultExport: the library has no other export
export default ICAL;
