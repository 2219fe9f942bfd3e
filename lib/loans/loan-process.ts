import { ask, closeLoan, openLoan, returnCopy, takeCopy } from './peers.ts';
import type { Kind } from './process.ts';
import { type Borrowed, type InTransit, lent, type Process, renewed, settled, takenOver } from './record.ts';
import { readLoan, type TransitItem, writeLoan } from './store/loans.ts';
import { removeRecord } from './store/records.ts';

/**
 * How each process of a loan goes: until which day the person's slot and the copy are held by it, how the record
 * ends, and what the reconciler makes of one that was cut off. The caller of a loan or a renewal was
 * not told yes, so it is undone; a return or a loss is decided by its first write, so it is finished.
 */
interface Row {
  /** Absent, slot and copy are freed. */
  due?: (loan: InTransit) => string;
  /** Absent, the record is removed. */
  end?: (loan: InTransit) => Borrowed;
  cutOff: Process;
}

const ROWS: Record<Process, Row> = {
  pret: { due: ({ date_echeance }) => date_echeance, end: lent, cutOff: 'annulation' },
  annulation: { cutOff: 'annulation' },
  prolongation: { due: (loan) => renewed(loan).date_echeance, end: renewed, cutOff: 'retablissement' },
  retablissement: { due: ({ date_echeance }) => date_echeance, end: settled, cutOff: 'retablissement' },
  retour: { end: settled, cutOff: 'retour' },
  perte: { end: settled, cutOff: 'perte' },
};

const rowOf = ({ transit }: InTransit): Row => ROWS[transit.etape];

/** The processes of loans. */
export const LOANS: Kind<TransitItem> = {
  ask,
  hands: (loan) => {
    const due = rowOf(loan).due?.(loan);
    if (due === undefined) return { frees: true, account: () => closeLoan(loan), title: () => returnCopy(loan) };
    // Only `pret` creates a slot; other processes change one that still exists.
    const isHeldBy = ({ emprunts }: { emprunts: object }) => loan.transit.etape === 'pret' || loan.id in emprunts;
    return {
      frees: false,
      account: (account) => !isHeldBy(account) || openLoan(loan, due, account.version),
      title: (title) => !isHeldBy(title) || takeCopy(loan, due, title.version),
    };
  },
  end: (loan) => {
    const { end } = rowOf(loan);
    return end ? writeLoan(loan, end(loan)) : removeRecord(loan);
  },
  takeOver: (loan) => writeLoan(loan, takenOver(loan, rowOf(loan).cutOff, new Date().toISOString())),
  refused: (loan) => ({ ...loan, transit: { ...loan.transit, etape: rowOf(loan).cutOff } }),
  read: readLoan,
};
