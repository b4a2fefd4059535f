/** Words that forms and spreadsheets shorten and that can be nothing else; general business English. */
const WRITTEN_OUT: ReadonlyMap<string, string> = new Map(Object.entries({
  mgmt: 'management', mgt: 'management', mngmt: 'management', mgr: 'manager', mgrs: 'managers', supv: 'supervisor', supvr: 'supervisor', emp: 'employee', ops: 'operations', oper: 'operator',
  equip: 'equipment', eqpt: 'equipment', proc: 'procedure', procs: 'procedures', prev: 'prevention', env: 'environmental', enviro: 'environmental', elec: 'electrical', mech: 'mechanical', comms: 'communications',
  dept: 'department', admin: 'administration', assmt: 'assessment', asst: 'assistant', adv: 'advanced', info: 'information', regs: 'regulations', govt: 'government',
  techs: 'technicians', constr: 'construction', lab: 'laboratory', labs: 'laboratories', insp: 'inspection', lic: 'licence', svc: 'service', svcs: 'services', veh: 'vehicle', cat: 'category', meds: 'medication', med: 'medical', ergo: 'ergonomics', decon: 'decontamination', resp: 'respiratory', op: 'operator', optr: 'operator', haz: 'hazardous', tel: 'telephone', subst: 'substation', maint: 'maintenance',
  trg: 'training', trng: 'training', tng: 'training', awr: 'awareness', aware: 'awareness', intl: 'international', whse: 'warehouse', evac: 'evacuation', defib: 'defibrillator',
}));

/** A word written out: `mgmt` → `management`; most words stay as they are. */
export function writtenOut(word: string): string {
  return WRITTEN_OUT.get(word) ?? word;
}
