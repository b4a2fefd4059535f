import type { Family } from '../family.js';

export const industrialTrucks: Family = {
  name: 'Industrial trucks and mobile plant',
  source:
    'OSHA 29 CFR 1910.178 and its truck classes; HSE L117; AU licence classes LF and LO and units RIIMPO3xx; CPCS and NPORS categories (UK)',
  kind: 'subject',
  terms: `
    forklift = fork lift, forklift truck, fork lift truck, fork truck, FLT, lift truck, powered industrial truck, powered industrial trucks, powered industrial truck operator, PIT operator, industrial truck, forklift operation, forklift operator, forklift driving, forklift driver, drive forklift, forklift safety, forklift powered industrial truck safety, LF, HRWL LF, licence LF, TLILIC0003, TLILIC003, high risk work licence forklift, RTITB, montacargas, carretilla elevadora, carretillas elevadoras, carretillero, 1910.178, PIT certification, PIT training, PIT licence, PIT refresher, PIT safety, PIT driver
    automated guided vehicles = AGV, AGVs, AMR robots, autonomous mobile robots
    LPG bottle changing ~ forklift = forklift LPG change, gas bottle change forklift, changing LPG cylinders
    counterbalance forklift < forklift = counterbalance truck, counterbalance, counterbalanced forklift, counter balance, B1 counterbalance, counterbalance truck operator, FLT counterbalance, c b forklift
    reach truck < forklift = reach fork truck, reach forklift, reach trucks, carretilla retractil
    narrow aisle truck ~ reach truck = VNA, very narrow aisle truck, very narrow aisle, turret truck, man up truck
    order picker < forklift = order picker truck, order picking truck, stock picker, licence LO, HRWL LO, order pickers, TLILIC0004, order picking forklift, recogepedidos, LLOP, low level order picker, low level order picking
    pallet truck < forklift = pallet jack, electric pallet jack, powered pallet truck, walkie stacker, walkie, pallet stacker, rider pallet truck, EPJ, PPT, transpaleta, pedestrian pallet truck, electric pallet truck
    hand pallet truck ~ pallet truck = manual pallet truck, pump truck, hand pallet jack, pallet truck manual
    telehandler = telescopic handler, telehandlers, rough terrain forklift, RT forklift, manipulador telescopico, variable reach, multi purpose tool carrier, tool carrier, telescopic handling, non slewing crane, manitou, merlo, telescopic forklift, telehandlers operation
    forklift battery charging = battery charging, battery changing, battery handling, battery room, lead acid battery
    excavator = excavators, excavator operation, excavator operator, digger, trackhoe, mini excavator, 360 excavator, RIIMPO320, RIIMPO320F, RIIMPO320E, excavadora, excavadoras, operate excavator, hydraulic excavator
    backhoe = backhoe loader, backhoe loaders, back hoe, RIIMPO319, JCB backhoe, retroexcavadora, 180 excavator
    skid steer loader = skid steer, skidsteer, bobcat, compact track loader, posi track, RIIMPO318, minicargadora, skid steer operation, skid loader
    front end loader = wheel loader, loader operation, loading shovel, RIIMPO321, cargadora frontal, cargador frontal, FEL, payloader
    bulldozer = dozer, dozers, RIIMPO323, crawler tractor, topadora
    grader = motor grader, graders, RIIMPO324, motoniveladora
    roller = road roller, rollers, compactor plant, RIIMPO317, compactors, apisonadora
    dump truck = articulated dump truck, ADT, RIIMPO338, RIIMPO337, tipper, volquete
    dumper < dump truck = dumpers, forward tipping dumper, site dumper
    haul truck < dump truck = haul trucks, haulpak, rigid haul truck
    water cart ~ dump truck = water truck, watercart
    earthmoving plant = mobile plant, plant operator, plant operation, heavy equipment, heavy equipment operation, heavy equipment operator, earthmoving, earth moving, earth moving equipment, civil plant, CPCS, NPORS, maquinaria pesada, maquinaria movil, construction plant
    concrete pump = concrete pumping, concrete boom, concrete placing boom, PB licence, bomba de hormigon
    piling rig = piling, pile driving, drill rig, drilling rig operation, hincado de pilotes
    tractor = tractors, tractor driving, tractor operation
    quad bike = ATV, all terrain vehicle, side by side, UTV, quad bikes, quadbike, cuatrimoto, SSV
    ride on mower = mower, mowers, lawn mower, mowing, mowing operations
    street sweeper = road sweeper, sweeper, floor scrubber, ride on scrubber
    golf cart = golf carts, buggy, utility cart, low speed vehicle
    tow tug = tow tractor, tug, tugger, baggage tractor, ground support equipment
  `,
};

export const lifting: Family = {
  name: 'Cranes, rigging and lifting',
  source:
    'OSHA 29 CFR 1926 subpart CC and 1910.179/184; UK LOLER 1998 and CPCS; AU high risk work licences (DG, RB, RI, RA, CN, C2–C0, CT, CV, CB, HM, HP)',
  kind: 'subject',
  terms: `
    crane = cranes, crane safety, crane operation, operate cranes, crane operator, crane operators, gruas, grua, gruista, NCCCO, CCO crane
    mobile crane ~ crane = slewing mobile crane, rough terrain crane, RT crane, all terrain crane, truck crane, C2 licence, C6 licence, CN licence, non slewing mobile crane, franna, pick and carry crane, grua movil, crawler crane, hydraulic crane
    tower crane ~ crane = tower cranes, CT licence, self erecting tower crane, grua torre
    overhead crane < crane = overhead cranes, overhead travelling crane, overhead traveling crane, overhead crane pendant, overhead travelling crane pendant, bridge crane, bridge and gantry crane, gantry crane, gantry, EOT, EOT crane, pendant crane, pendant controlled crane, overhead hoist, overhead crane operation, grua puente, puente grua, CB licence, portal crane, jib crane
    vehicle loading crane ~ crane = hiab, lorry loader, lorry mounted crane, truck mounted crane, CV licence, knuckle boom crane, ALLMI, VLC, loader crane, knuckle boom loader, camion grua
    dogging = dogger, dogman, doggers, DG, DG licence, dogging DG, slinger, slingers, slinging, slinger signaller, slinger banksman, TLILIC0001, CPCCLDG3001, banksman slinger, load slinging, eslingado, eslingador
    rigging = rigger, riggers, rigging safety, rigging and slings, RB licence, RI licence, RA licence, basic rigging RB, rigging RB, CPCCLRG3001, rigging tools, wire rope slings, sling safety, rigging gear, rigging hardware, aparejo, aparejador, izaje, izajes, maniobras de izaje, slings, sling, shackles, slings and shackles, wire ropes, chain slings, lifting accessories
    signal person = crane signaller, signaller, signalman, crane signals, hand signals, crane signal person, banksman, crane banksman, signal persons, senalero, senalista
    lifting operations = lifting equipment, LOLER, lift plan, lift planning, lifting plan, lifting gear, lifting tackle, operacion de izaje, critical lift, lifting and rigging, mechanical lifting, LEEA, lifting equipment inspection, thorough examination of lifting equipment
    vacuum lifting ~ lifting operations = vacuum lifter, vacuum lifters
    gin wheel ~ lifting operations = gin wheels, pulley
    lifting appointed person < lifting operations = appointed person lifting, appointed person lifting operations, LOLER appointed person
    lift supervisor < lifting operations = lifting supervisor, crane supervisor
    hoist = hoists, chain hoist, chain block, come along, winch, winches, winching, material hoist, personnel hoist, construction hoist, builders hoist, polipasto, HM licence, HP licence, materials hoist
    elevator = passenger lift, elevators, lift safety, lift mechanisms, escalator, escalators, lift rescue, lift maintenance, ascensor, ascensores, lift trap release, elevator safety
    vehicle lift = car hoist, vehicle hoist, two post lift, car lift, automotive lift, jack stands, jacks
    load restraint = load securing, cargo securing, load securement, cargo securement, securing loads, tie down, tie downs, lashing, strapping loads, restraint of loads, load security, sujecion de carga, estiba, fijacion de la carga, dunnage
    tail lift = tail lifts, tail gate loader, taillift, liftgate, lift gate, tailgate loader
    manual handling = manual handling techniques, manual tasks, hazardous manual tasks, manual handling and lifting, lifting technique, lifting techniques, safe lifting, proper lifting, lifting and carrying, moving and handling, moving and handling of loads, materials handling, material handling, materials handling safety, back safety, back care, back injury prevention, back injuries, lifting safely, manual lifting, load handling, safe manual handling, kinetic lifting, manipulacion manual de cargas, manejo manual de cargas, levantamiento de cargas, cuidado de la espalda, MSD prevention, back protection, heavy lifting, manual handling operations, MHOR, sprains and strains, sprain and strain prevention
    team lifting ~ manual handling = two person lift
    patient handling = people handling, moving and handling of people, moving and handling people, moving patients, safe patient handling, patient moving and handling, patient lifting, patient transfer, patient transfers, hoist transfer, lifting people, no lift, SPHM, bariatric handling, movilizacion de pacientes, manual handling of people, people moving and handling
    ergonomics = ergonomic, ergonomics awareness, ergonomia, musculoskeletal disorders, MSD, WMSD, repetitive strain injury, RSI, repetitive motion, cumulative trauma, human factors engineering, work ergonomically, industrial ergonomics, posture, trastornos musculoesqueleticos
    workstation ergonomics < ergonomics = office ergonomics, computer workstation, computer workstation safety, workstation setup, workstation set up, workstation assessment, display screen equipment, DSE, DSE assessment, VDU, visual display unit, computer ergonomics, ergonomics for office workers, desk ergonomics, screen work, pantallas de visualizacion, PVD, ergonomia de oficina, screen based equipment, working at a computer, sitting at work, home workstation
    laboratory ergonomics < ergonomics = lab ergonomics, ergonomics in the laboratory, pipetting
  `,
};
