import type { BriefEvent } from '../../sim/model/brief-event.ts';

/** Listens to what happens to briefs: faults and questions may end in one way each, and only those that there were. */
export class BriefAudit {
  taken = 0;
  finished = 0;
  /** Faults that nobody has found yet, and questions that nobody has answered yet. */
  hidden = 0;
  open = 0;
  private readonly fault: (text: string) => void;

  constructor(fault: (text: string) => void) {
    this.fault = fault;
  }

  hear(event: BriefEvent, at: number): void {
    switch (event.kind) {
      case 'taken':
        this.taken++;
        if (event.isMisunderstood) this.hidden++;
        if (event.isOverPromised) this.hidden++;
        break;
      case 'found':
        this.hidden--;
        break;
      case 'void':
        this.hidden -= event.faults;
        break;
      case 'question':
        this.open += event.what === 'asked' ? 1 : -1;
        break;
      case 'client-call':
        break;
      case 'finished':
        this.finished++;
        if (!(event.cost > 0 && event.unpaid >= 0 && event.redone >= 0 && event.actualOverScoped > 0))
          this.fault(`a project ends at ${at} with ${JSON.stringify(event)}`);
    }
    if (this.hidden < 0) this.fault(`more faults are found than were made, at ${at}`);
    if (this.open < 0) this.fault(`more questions are answered than were asked, at ${at}`);
  }
}
