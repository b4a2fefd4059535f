import type { Family } from '../family.js';

export const heightAndAccess: Family = {
  name: 'Work at height and access equipment',
  source:
    'OSHA 29 CFR 1926 subparts L, M, X and 1910.28–30; UK Work at Height Regulations 2005, IPAF and PASMA categories; AU high risk work licences (WP, SB, SI, SA), RIIWHS204; INSST NTP 1108 (Spanish)',
  kind: 'subject',
  terms: `
    fall protection = working at heights, working at height, work at height, work at heights, work safely at heights, work safely at height, WAH, W@H, height safety, heights, height, falls from height, fall from height, fall prevention, fall arrest, fall arrest systems, fall restraint, fall protection authorized user, fall protection authorized person, personal fall arrest, PFAS, prevent falls, RIIWHS204E, RIIWHS204D, trabajo en alturas, trabajos en altura, trabajo en altura, proteccion contra caidas, proteccion anticaidas, seguridad en altura, elevated work, roof work safety, PFPE, SRL, self retracting lifeline, leading edge
    safety harness < fall protection = harness, harnesses, safety harness user, fall arrest harness, full body harness, arnes
    edge protection ~ fall protection = edges openings and guarding, edges and openings, guardrails, guardrail, rooftop edge protection, edge protection and openings, edges openings, floor openings, holes and openings, leading edge, leading edges, floor holes
    roof work < fall protection = roofing work, roofers, working on roofs, fragile roofs, rooftop safety, trabajo en tejados
    height rescue ~ fall protection = rescue from heights, rescue at height, working at heights rescue, work at height rescue, tower rescue, suspension trauma, fall rescue, high angle rescue, rescate en alturas
    rope access = IRATA, SPRAT, industrial rope access, rope access technician, acceso por cuerdas, trabajos verticales, abseiling
    ladder safety = ladder, ladders, stepladder, stepladders, extension ladder, portable ladders, fixed ladders, portable and fixed ladders, step ladder, ladder use, ladder user, ladder association, stairways and ladders, escaleras, escalera de mano, escaleras portatiles
    elevated work platform = elevating work platform, EWP, MEWP, mobile elevating work platform, mobile elevated work platform, elevated work platforms, aerial work platform, AWP, aerial lift, aerial lifts, aerial lift operation, aerial device, IPAF, IPAF 3a, IPAF 3b, IPAF 3a 3b, RIIHAN301, RIIHAN301E, EWPA, EWPA yellow card, yellow card, powered access, work platform, plataforma elevadora, plataformas elevadoras, PEMP, cherry picker, cherry pickers, bucket truck, manlift, man lift, elevating work platforms, plataforma de trabajo elevada
    mast climber ~ elevated work platform = mast climbing work platform, MCWP
    spider lift < elevated work platform = tracked platform
    scissor lift < elevated work platform = scissor lifts, scissorlift, scissor, scissor lift ticket, elevador de tijera, plataforma de tijera
    boom lift < elevated work platform = boom type elevating work platform, TLILIC0005, boom lifts, boom type EWP, knuckle boom, boom, WP licence, boom type elevated work platform, elevador de brazo
    vertical lift < elevated work platform = vertical mast lift, push around vertical, IPAF 1a
    scaffolding = scaffold, scaffolds, scaffolder, scaffolders, scaffold user, scaffold safety, andamio, andamios, andamiaje, CISRS
    supported scaffold ~ scaffolding = supported scaffolds, supported scaffolding, tube and coupler, frame scaffold, andamio fijo
    suspended scaffold ~ scaffolding = suspended scaffolds, suspended scaffolding, swing stage, swinging stage, swingstage, two point suspension, suspended platform, boatswain chair, bosun chair, andamio colgante, andamio suspendido
    mobile tower ~ scaffolding = mobile scaffold, mobile scaffolds, mobile access tower, PASMA, tower scaffold, rolling scaffold, mobile towers, towers for users, torre movil
    scaffold inspection ~ scaffolding = scaffolding inspection, inspect scaffolding, scaffold tag, scaffold inspection tag, scaffold tags, inspection of scaffold, scaffolding check, scaffold check, scaffold inspector, scaffold tagging
    scaffold access ~ scaffolding = accessing a scaffold, safely accessing a scaffold
    scaffold erection ~ scaffolding = scaffolding erection, scaffold erector, build scaffolding, scaffolding licence, basic scaffolding, advanced scaffolding, scaffolding basic licence, scaffolding advanced licence, scaffolding SB, scaffolding SA, SB licence, CPCCLSF2001, scaffolding SB, high risk work licence scaffolding, scaffold competent person, montaje de andamios
    intermediate scaffolding ~ scaffold erection = scaffolding SI
    working near water = work over water, working over water, work near water, man overboard, water safety, drowning prevention, trabajo cerca del agua
    slips trips and falls = slips trips, slip trip and fall, slip trip fall, slips and trips, slips and falls, same level falls, walking working surfaces, walking and working surfaces, slipping and tripping, resbalones tropiezos y caidas, caidas al mismo nivel, resbalones y tropiezos, STF, slips, trips, tripping hazards, slippery floors
    dropped objects = falling objects, dropped object prevention, DROPS, tool lanyards, tools at height, struck by falling objects, objetos caidos
    safe stair use = stairs, stairways, handrails, steps and stairs
    tree climbing = tree work at height, arborist climbing, aerial rescue tree
    aerial tree rescue ~ tree climbing = aerial rescue, aerial tree work rescue
  `,
};
