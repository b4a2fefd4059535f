import type { Family } from '../family.js';

export const miningAndEnergy: Family = {
  name: 'Mining, oil and gas, power and water',
  source:
    'MSHA 30 CFR 46, 48, 56 and 75; AU RII training package; IOGP, OPITO and IWCF; GWO standards (wind); 49 CFR 192 (pipelines); ICOLD; Cyanide Code',
  kind: 'subject',
  terms: `
    MSHA part 46 < mine induction = part 46, part 46 new miner, 30 CFR 46
    MSHA part 48 < mine induction = part 48, part 48 annual refresher, 30 CFR 48
    surface mine induction < mine induction = surface miner, generic surface mine induction, open cut induction, opencast, surface induction, surface mining induction
    underground mine induction < mine induction = generic underground induction, underground induction
    ground control = highwall, highwall safety, roof control, strata control, rock fall, rockfall, fall of ground, ground support, scaling, geotechnical hazards, slope stability, caida de rocas, roof bolting, rock bolting, bolting
    self rescuer = self rescuers, SCSR, self contained self rescuer, W65, oxygen self rescuer, autorrescatador
    refuge chamber = refuge chambers, mine refuge, refuge alternatives, refugio minero
    mine rescue = mine rescue team, mines rescue, rescate minero
    mine emergency ~ emergency planning = mine emergencies, mining emergencies, underground emergencies
    mine ventilation ~ local exhaust ventilation = ventilacion de minas, methane, methane monitoring, firedamp, black damp
    blasting safety < explosives = blasting awareness, blast guard, blast area security, voladura, voladuras, blast clearance, misfires
    cyanide = cyanide awareness, cyanide safety, cianuro, sodium cyanide
    tailings = tailings dam, tailings dams, tailings storage facility, TSF, relaves, tailings management
    diesel particulate = DPM, diesel particulate matter, diesel exhaust, diesel fumes, diesel engine exhaust
    drilling rig = drilling safety, rotary drilling, driller, drillers offsider, perforacion, blast hole drilling, exploration drilling
    crusher = crushers, crushing plant, screening plant, crushing and screening, chancadora, trituradora, quarry crusher
    haul road ~ traffic management = haul roads, mine roads, mine traffic
    light vehicle mine ~ driving safety = light vehicle, light vehicles on site, light vehicle operation
    radio communication = radio procedures, two way radio, two-way radio, radio communications, UHF radio, VHF radio, radio operation, positive communication
    well control = IWCF, blowout prevention, BOP, well intervention, kick detection, control de pozos
    well services ~ well control = coiled tubing, wireline, slickline, cementing
    rig pass = rigpass, safeland, safegulf, SafeLandUSA, PEC safeland
    pipeline safety = pipeline, pipelines, operator qualification, OQ, pipeline pigging, gas pipeline, ductos
    simultaneous operations = SIMOPS
    refinery turnaround ~ process safety = shutdown safety, turnaround safety, plant shutdown, parada de planta
    flange management = bolted joint, bolt torquing, joint integrity, torque and tension, flange makeup
    pigging ~ pipeline safety
    tank cleaning ~ confined space
    fracking = hydraulic fracturing, frac sand
    flare stack ~ process safety
    NORM ~ radiation safety = naturally occurring radioactive material
    wind turbine = wind turbines, GWO, GWO basic safety, global wind organisation, wind technician, aerogenerador
    substation entry = substation access, substations, switchyard, zone substation, subestacion, enter substation, access to substations
    line work = lineworker, lineman, power line work, pole top rescue, pole climbing, transmission lines, linieros
    vegetation near power lines ~ overhead power lines = line clearance tree trimming, vegetation management, ESI vegetation, tree clearing powerlines, tree clearing near power lines, vegetation work near live conductors, vegetation near live conductors
    underground cable jointing = cable jointing, cable splicing
    meter reading = smart meters, metering
    dam safety = dams, reservoir safety
    drinking water = water supply hygiene, blue card water, national water hygiene, potable water, EUSR water hygiene, agua potable
    hydrogen safety = hydrogen, hydrogen fuel, H2 safety, H2, hydrogen gas
    battery energy storage ~ lithium battery = BESS, energy storage systems, battery storage, battery storage safety, energy storage, ESS
    nuclear safety = nuclear, nuclear site awareness, criticality safety, nuclear culture
    biogas = anaerobic digestion
    district heating ~ pressure equipment
    turbine operation = gas turbine, steam turbine, generator operation, diesel generator, generators
    respirable dust < dust control = respirable coal dust, black lung, pneumoconiosis, coal workers pneumoconiosis
  `,
};

export const manufacturing: Family = {
  name: 'Manufacturing and laboratories',
  source:
    'ISO 9001 and 13485; US FDA 21 CFR 210, 211, 820; AIAG core tools; SMED and TPM literature; NFPA 652; ISO 14644',
  kind: 'subject',
  terms: `
    statistical process control = SPC, control charts, process capability, cpk
    FMEA = failure mode and effects analysis, failure modes and effects analysis, PFMEA, DFMEA
    8D problem solving ~ incident investigation = 8D, eight disciplines, corrective and preventive action, CAPA, A3 problem solving, nonconformance, nonconformity, non conformance
    measurement system analysis = MSA, gauge R&R, gage R&R, metrology, measuring instruments, calipers, micrometer
    PPAP = APQP, production part approval process
    total productive maintenance = TPM, OEE, autonomous maintenance, mantenimiento productivo
    preventive maintenance = maintenance planning, predictive maintenance, CMMS, condition monitoring, lubrication, computerised maintenance management systems, mantenimiento preventivo
    SMED = quick changeover, changeover
    standard work = standardised work, work instructions, visual management, poka yoke, error proofing
    just in time = JIT, pull system, production planning, MRP, production scheduling
    good documentation practice ~ GMP = GDocP, batch records, ALCOA plus, documentation practices
    aseptic processing ~ GMP = sterile manufacturing, aseptic filling, aseptic technique manufacturing
    deviation management ~ GMP = change control
    validation = process validation, cleaning validation, equipment qualification, IQ OQ PQ
    computer system validation ~ validation = CSV, computerised system validation, computer validation
    ISO 13485 = medical device quality, medical devices QMS, 21 CFR 820, design controls, MDR medical devices
    ISO 17025 = laboratory accreditation, laboratory quality
    laboratory techniques = chromatography, spectroscopy, titration, laboratory skills
    X-ray diffraction ~ laboratory techniques = XRD
    cell culture ~ laboratory techniques = tissue culture
    PCR ~ laboratory techniques = qPCR, polymerase chain reaction
    flow cytometry ~ laboratory techniques = FACS
    microscopy ~ laboratory techniques = microscope, electron microscopy
    pipetting ~ laboratory techniques = pipettes, pipette, pipetting technique, pipetting skills
    HPLC ~ laboratory techniques = liquid chromatography, high performance liquid chromatography
    gas chromatography ~ laboratory techniques = GC, GC-MS
    centrifuge safety = centrifuge, centrifuges
    animal handling laboratory ~ insect and animal hazards
    glove box = gloveboxes, isolators
    peroxide formers ~ chemical safety = reactive chemicals, incompatible chemicals, chemical segregation, pyrophoric, pyrophorics, water reactive
    particularly hazardous substances ~ toxicology
    additive manufacturing = 3D printing, 3D printer
    CNC operation < lathe = CNC machine, CNC programming, CNC machining, machinist, CNC operator, tornero
    metalworking fluids = cutting fluids, coolants
    electroplating = plating, anodising, galvanising
    foundry = casting, molten metal, hot metal, fundicion
    furnace ~ foundry = furnaces, kiln, smelting
    glass manufacturing = glass tempering
    printing press = printing, screen printing, offset printing, imprenta
    paper machine = paper mill, pulp and paper
    textile machinery = sewing machine, industrial sewing, weaving machine, knitting machine, sewing
    packaging machinery = packaging machine, shrink wrap, palletiser, palletizer, stretch wrap, labelling machine, packaging line
    food machinery ~ machine guarding = mixer safety, bakery equipment, food processing machinery
    assembly work = assembly line, soldering assembly, IPC-A-610, IPC J-STD-001, electronics assembly
    composite materials = fibreglass laminating, epoxy, resins, epoxies
    adhesives and solvents = solvents, solvent safety, glues, disolventes, xylene, methanol, toluene, acetone, trichloroethylene, hexane
    paint and coatings = coatings, powder coating, NACE, coating inspection
    non-destructive testing = NDT, ultrasonic testing, magnetic particle, dye penetrant, radiographic testing, NDE
    ergonomic lifting aids ~ manual handling = lift assists, vacuum lifter
    warehouse operations ~ inventory = picking, order picking process, dispatch, cycle counting
    WMS = warehouse management system
    supply chain management = logistics management, supply chain, procurement and supply, cadena de suministro, gestion de la cadena de suministro, freight forwarding
    tooling and dies = die setting, tool and die, die change, mould change
    sawmill = timber processing, sawmilling, aserradero
    abattoir ~ meat processing
    brewery = brewing, distillery, winery, CO2 in breweries
    dairy = milking, dairy processing, pasteurisation, pasteurization
    fish processing = seafood processing, seafood HACCP
    product safety = product liability, product recall, recall, CE marking, REACH, RoHS, toy safety
  `,
};

export const trades: Family = {
  name: 'Building trades and property',
  source:
    'AU CPC training package; UK CSCS and City & Guilds; US NCCER and OSHA 29 CFR 1926; ESCO occupations (building trades)',
  kind: 'subject',
  terms: `
    painting and decorating = painting, decorating, wallpapering, house painting, paperhanging
    plastering = drywall, plasterboard, dry lining, rendering, tablaroca, drywall finishing
    tiling = tile laying, floor laying, flooring, carpet laying, floor and wall tiling
    roofing trade ~ roof work = roof tiling, slating, sheet metal roofing, roof plumbing
    glazing = glazier, window installation, handling glass, glass handling safety
    insulation = insulating, insulation installation, loft insulation
    bricklaying < concrete safety = brickwork, mason, masonry work, stonemasonry
    block cutting ~ abrasive wheels = masonry saw, brick saw
    paving = asphalt, bitumen, road surfacing, hot bitumen, paver
    fencing = fence building
    drainage = drain laying, pipe laying, sewer work, manhole entry
    welding of plastic pipes = electrofusion, polywelding, butt fusion
    steel fixing = rebar, reinforcement, post tensioning
    site management = construction management, site manager, site supervision, construction site supervision
    working drawings ~ construction drawings
    quantity surveying = cost estimating, estimating, bill of quantities
    property management = facilities management, building maintenance, lease management, FM
    fire doors ~ fire safety = fire door inspection, fire stopping, passive fire protection, firestopping
    fire alarm = fire alarms, fire detection, fire panel, fire alarm systems, sprinkler, sprinklers, sprinkler systems, alarm panel, fire alarm panel
    emergency lighting testing ~ fire alarm
    gas fitting < gas safety = gas fitter, gas engineer, ACS gas, boiler servicing domestic
    oil heating = OFTEC
    water treatment chemicals ~ wastewater = water treatment plant, chemical dosing
    lift pit access ~ elevator
    asbestos duty to manage ~ asbestos = asbestos management, asbestos management plan, duty to manage asbestos, managing asbestos, asbestos duty holder
    asbestos non-licensed work ~ asbestos = category B asbestos, non licensed asbestos work, NNLW, asbestos category B, class III asbestos, class IV asbestos, asbestos operations and maintenance
    lead paint renovation ~ lead = RRP, renovation repair and painting, lead safe renovator, lead based paint, EPA RRP
    radon
    contaminated land = brownfield, site contamination, contaminated soil, UXO, unexploded ordnance
    working near traffic ~ traffic management = working on roads, high speed roads, working beside live traffic, road worker safety
    working near railways ~ rail induction
    working on ice = ice safety
    manual excavation ~ excavation safety = hand digging
    compaction equipment = plate compactor, wacker plate, trench rammer, jumping jack
    concrete vibrator ~ concrete safety = concrete finishing, power trowel
    generator safety ~ portable appliance testing = portable generator, temporary power, site electrics, temporary electrical installation
    lone trade worker ~ lone working
    modular buildings ~ lifting operations = tilt panel, panel erection
    cladding = facade installation, curtain wall
    post disaster cleanup = flood cleanup, storm cleanup, disaster site worker
    crystalline silica table 1 ~ silica dust
    noise from construction ~ hearing conservation
    signwriting = sign installation
    swimming pool construction
    energy auditing = energy audit, energy assessor, retrofit
    heat pumps = heat pump installation, renewable heating
    EV charging = EV charger installation, electric vehicle charging
    data cabling = structured cabling, fibre optic, fiber optic, telecommunications cabling, open cabler, fibre splicing
    telecom tower ~ rope access = tower climbing, tower climber, communication tower
    CCTV installation = alarm installation, security systems installation
  `,
};
