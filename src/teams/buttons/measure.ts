import { Refusal } from '../../procedure/model/refusal.ts';
import type { Dossier } from '../../register/model/dossier.ts';
import { measureNotReported, measureReported } from '../cards/measure.ts';
import { valuesOf } from '../form/form-reader.ts';
import type { Office } from '../office/office.ts';
import type { Outcome, Press, Shown } from './button-press.ts';
import { sendForm } from './send-form.ts';

/** "Klaar": records that a measure was taken by who sees to it, who may do only that and sees no dossier. */
export async function reportMeasure(press: Press, office: Office): Promise<Outcome> {
  const { by, pressed } = press;
  const { measure = '' } = valuesOf(pressed.input);
  const reported = async ({ complaint }: Dossier, before: boolean): Promise<Shown> => {
    const own = complaint.measures.find(({ id, ownerId }) => id === measure && ownerId === by.id);
    return { card: measureReported(own, complaint, before) };
  };
  try {
    return await sendForm(
      {
        step: 'report-measure',
        read: ({ id: number }) => ({ value: { type: 'report-measure', by, number, measure } }),
        done: (dossier) => reported(dossier, false),
        back: {
          misfilled: (dossier) => reported(dossier, true),
          notProcessed: (dossier) => reported(dossier, true),
          refused: (dossier, refusal) => {
            const isDone = dossier.complaint.measures.some(
              ({ id, ownerId, doneOn }) => id === measure && ownerId === by.id && doneOn,
            );
            if (!isDone) throw refusal;
            return reported(dossier, true);
          },
        },
      },
      press,
      office,
    );
  } catch (error) {
    const isHidden =
      error instanceof Refusal && ['unknown-complaint', 'not-the-handler'].includes(error.code);
    if (isHidden) return { card: measureNotReported };
    throw error;
  }
}
