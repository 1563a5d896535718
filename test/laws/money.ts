import { Faults, type Law } from './law.ts';

/**
 * Money is conserved: a payment is of one invoice, as old as it says; every delivery was invoiced, and what is invoiced
 * is what was delivered and deposits; what is not paid is owed.
 */
export function moneyConserved(): Law {
  const faults = new Faults();
  const owed = new Map<string, number>();
  let [invoiced, paid, delivered] = [0, 0, 0];
  const keyOf = (amount: number): string => amount.toPrecision(9);
  return {
    name: 'money is conserved',
    hears: {
      onInvoiced: ({ amount }) => {
        invoiced += amount;
        owed.set(keyOf(amount), (owed.get(keyOf(amount)) ?? 0) + 1);
      },
      onPaid: ({ amount, sinceOrder, sinceDelivery }, at) => {
        paid += amount;
        const left = (owed.get(keyOf(amount)) ?? 0) - 1;
        if (left < 0) faults.add(`${amount} was paid at ${at} that nobody owed`);
        owed.set(keyOf(amount), left);
        if (sinceOrder > at + 1e-6 || (sinceDelivery ?? 0) > sinceOrder + 1e-6) {
          faults.add(
            `paid at ${at}, ${sinceOrder} after the order and ${sinceDelivery ?? NaN} after delivery`,
          );
        }
      },
      onDelivered: ({ price }) => {
        delivered += price;
      },
    },
    faultsAt: () => {
      // Deposits of what is under way come on top.
      if (invoiced < delivered * (1 - 1e-9)) faults.add(`${delivered} delivered, ${invoiced} invoiced`);
      const due = [...owed].reduce((sum, [amount, count]) => sum + Number(amount) * count, 0);
      faults.compare('paid and owed', paid + due, invoiced);
      return faults.found;
    },
  };
}
