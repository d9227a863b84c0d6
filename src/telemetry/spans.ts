import { AsyncLocalStorage } from 'node:async_hooks';
import {
  type Attributes,
  type Histogram,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  type Tracer,
  trace,
} from '@opentelemetry/api';

/** A kind of work: its span, what is known of it beforehand, and where its time goes. */
export type Work = {
  name: string;
  facts: Attributes;
  duration: Histogram;
  /** 'request': somebody waits for it; 'own': the bot does it by itself; 'part': it belongs to one of those, or has no span. */
  of: 'request' | 'own' | 'part';
};

/** How work ended: with a value, or by a fault. `isFaulty`: a fault was logged meanwhile. */
export type Ended<T> = { isFaulty: boolean } & ({ value: T } | { error: unknown });

type Course = { span: Span | undefined; facts: Attributes; isFaulty: boolean };

/** The outcomes that are a fault of the bot, or of what it relies on. */
const faults = ['failed', 'fault'];

/**
 * Runs work in a span, and measures it. A span is part of the one in which its work began, while that lasts: what goes on in the
 * background after it is its own. An error is never added to a span, because its text may hold content.
 */
export function spans(tracer: Tracer) {
  const courses = new AsyncLocalStorage<Course>();

  function begun({ name, facts, of }: Work): Span | undefined {
    if (of !== 'part') {
      const kind = of === 'request' ? SpanKind.SERVER : SpanKind.INTERNAL;
      return tracer.startSpan(name, { attributes: facts, kind }, ROOT_CONTEXT);
    }
    const parent = courses.getStore()?.span;
    if (!parent?.isRecording()) return undefined;
    return tracer.startSpan(name, { attributes: facts }, trace.setSpan(ROOT_CONTEXT, parent));
  }

  async function within<T>(
    work: Work,
    run: () => Promise<T>,
    outcomeOf: (ended: Ended<T>) => string,
  ): Promise<T> {
    const course: Course = { span: begun(work), facts: work.facts, isFaulty: false };
    const start = performance.now();
    const end = (ended: { value: T } | { error: unknown }): void => {
      const outcome = outcomeOf({ ...ended, isFaulty: course.isFaulty });
      course.span?.setAttribute('outcome', outcome);
      if (faults.includes(outcome)) course.span?.setStatus({ code: SpanStatusCode.ERROR });
      course.span?.end();
      work.duration.record((performance.now() - start) / 1_000, { ...work.facts, outcome });
    };
    try {
      const value = await courses.run(course, run);
      end({ value });
      return value;
    } catch (error) {
      end({ error });
      throw error;
    }
  }

  return {
    within,
    /** Notes that a fault was logged in the work that is under way. */
    isFaulty(): void {
      const course = courses.getStore();
      if (course) course.isFaulty = true;
    },
    /** Returns what is known of the work that is under way. */
    facts: (): Attributes => courses.getStore()?.facts ?? {},
  };
}
