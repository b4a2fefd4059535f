import type { Family } from '../family.js';

export const transport: Family = {
  name: 'Driving and transport',
  source:
    'AU Heavy Vehicle National Law; UK Driver CPC syllabus and DVSA; US FMCSA 49 CFR 380–399; ISO 39001; AU units RIIWHS205 and RIIWHS302 (traffic control)',
  kind: 'subject',
  terms: `
    driving safety = driver safety, safe driving, defensive driving, driver awareness, driver training, driving, road safety, vehicle safety, occupational road risk, driving at work, driving for work, safe driver, driver safety and journey management, manejo defensivo, conduccion segura, seguridad vial, conduccion preventiva, motor vehicle safety, fleet safety, smith system, advanced driving, light vehicle driving, fleet driver, low risk driving, manejo seguro, driver behaviour, company car driver
    safe urban driving ~ driving safety = SUD, urban driving
    blind spots ~ driving safety = blind spot awareness
    drink driving ~ driving safety = drunk driving, impaired driving, DUI, drug driving
    journey management = journey planning, trip planning, travel management, journey plan, gestion de viajes, in vehicle monitoring, IVMS
    distracted driving < driving safety = mobile phone driving, phone while driving, texting while driving, driver distraction, conduccion distraida, cell phone use
    backing and parking = reversing, reversing safely, reverse parking, reversing and spotting, backing up
    four wheel driving = 4WD, 4x4, four wheel drive, off road driving, offroad driving, 4WD off-road driving, 4WD off road, 4WD operation, 4wd driving, RIIVEH305, conduccion 4x4, drive four wheel drive vehicles, off-road, off road
    heavy vehicle driving = heavy vehicle, heavy vehicles, truck driving, truck driver, truck drivers, lorry driver, HGV, LGV, HR licence, MR licence, HC licence, MC licence, heavy rigid, heavy combination, multi combination, commercial driver, commercial drivers, camionero, conductor de camion, camion, transporte pesado, truck safety, class 1 driver
    air brakes ~ heavy vehicle driving = air brake endorsement, air brake
    CDL < heavy vehicle driving = commercial driver license, commercial drivers license, entry level driver training, ELDT
    driver CPC < heavy vehicle driving = CPC driver, certificate of professional competence, CAP conductores, driver certificate of professional competence
    transport manager CPC ~ driver CPC = TM CPC, transport manager, operator licence transport manager
    hours of service = HOS, hours of service ELD, driver hours, drivers hours, work diary, logbook, ELD, electronic logging, working time drivers, driver logs, driver logbook
    tachograph < hours of service = tachographs, tacografo, drivers hours and tachographs, tachograph rules, driver hours and tachographs, digi tacho, digital tachograph, tacho, tachograph infringements
    chain of responsibility = CoR, HVNL, heavy vehicle national law, chain of responsibility and load restraint, primary duty transport, mass dimension and loading, mass and dimension, TLIF0009, cadena de responsabilidad, COR awareness, heavy vehicle chain of responsibility
    vehicle inspection = vehicle checks, vehicle pre-start, daily vehicle checks, DVIR, walkaround checks, pre-trip inspection, pre trip inspection, walk around check, vehicle pre-use check, inspeccion de vehiculos, roadworthiness, post trip inspection
    DOT compliance = FMCSA, DOT regulations, CSA compliance, motor carrier, DOT compliance for drivers, federal motor carrier, CSA scores, compliance safety accountability, IFTA, DOT physical, medical examiner certificate
    passenger transport = school bus, passenger safety, wheelchair securement, wheelchair restraint, transporte de pasajeros, passenger assistance
    motorcycle safety = motorcycle, motorbike, motorcycles, scooter, motocicleta
    bicycle safety = bicycle, cycling, cyclist, cyclists, bicicleta, e-bike, safe urban driving
    vulnerable road users ~ driving safety = VRU, vulnerable road user, cyclist awareness, cyclists awareness for drivers
    trailer towing = towing, trailer, trailers, tow trailers, trailer safety, coupling and uncoupling, coupling, caravan towing, remolque, reversing trailers
    traffic control = traffic controller, traffic control stop slow bat, stop slow bat, stop/slow bat, stop slow, flagger, flagging, flagger safety, traffic controller blue card, lollipop, traffic control work zone, work zone traffic control, control traffic with stop slow bat, RIIWHS205E, RIIWHS206, TC licence, blue card traffic, banderero, control de trafico, control de transito, flaggers, temporary traffic control, TTC, traffic marshal road, control traffic, bat traffic control, palette
    traffic management = traffic management plan, traffic management implementer, traffic guidance scheme, TGS, TMI, TMP, prepare work zone traffic management plan, implement traffic management plan, RIIWHS302E, RIIWHS303, yellow card traffic, orange card traffic, work zone safety, work zone, workplace transport, vehicle movements, gestion del trafico, TTMP, site traffic, internal traffic
    street works < traffic management = streetworks, NRSWA, chapter 8, signing lighting and guarding, street works signing and guarding, new roads and street works
    pedestrian safety ~ traffic management = pedestrian and vehicle, vehicle and pedestrian separation, plant and pedestrian, people and plant, people and vehicles, pedestrians, pedestrian awareness
    vehicle marshal = traffic marshal, vehicle banksman, spotter, spotters, spotting, plant spotter, vehicle spotter, traffic marshall, vehicle marshaller, plant and vehicle marshaller, reversing banksman, RIIWHS spotter, banksman, banksmen, reversing assistant, reversing assistants, reversing and banksman, reversing vehicles, traffic banksman
    drone operation = drone, drones, UAV, UAS, RPAS, remote pilot, RePL, part 107, remotely piloted aircraft, unmanned aircraft, drone pilot, dron, drones pilot, GVC
    airside safety = airside, ramp safety, airport safety, airside awareness
    helicopter safety = helicopter, escape bosiet
    helideck ~ helicopter safety = HLO, HDA, helideck assistant, helicopter landing officer
    BOSIET < helicopter safety = FOET, offshore survival, sea survival, basic offshore safety induction
    MIST offshore ~ BOSIET = MIST, minimum industry safety training
    HUET < helicopter safety = helicopter underwater escape, helicopter underwater escape training
    maritime safety = boat licence, boat safety, coxswain, boating, vessel safety, seafarer safety, safety exercises on ships, on board safety, marine safety
    ship cook ~ food safety = galley hygiene, ships cook
    hatch covers ~ maritime safety
    dynamic positioning = DP operator, DPO dynamic positioning
    polar code ~ maritime safety = polar waters, ice navigation
    maritime labour convention = MLC, MLC 2006
    ship security < maritime safety = ISPS, security awareness for seafarers, proteccion maritima
    company security officer ~ ship security = CSO ships, port facility security officer, PFSO
    ship security officer ~ ship security = SSO
    STCW < maritime safety = basic safety training ship
    ship basic fire fighting < STCW = FPFF, fire prevention and fire fighting STCW, STCW basic fire fighting, basic fire fighting STCW, ship fire prevention and fire fighting
    elementary first aid ship ~ first aid = EFA STCW, elementary first aid, first aid at sea, medical first aid on board ship, ship first aid, first aid on board
    personal safety and social responsibilities < STCW = PSSR
    personal survival techniques < STCW = PST, sea survival, personal survival at sea, survival at sea, STCW PST
    level crossing = railroad crossing, rail crossing, operation lifesaver
    supply chain security = C-TPAT, CTPAT, AEO, cargo security, air cargo security, TAPA, seguridad de la cadena de suministro
    customs = customs compliance, import export, customs declarations, aduanas, incoterms
  `,
};
