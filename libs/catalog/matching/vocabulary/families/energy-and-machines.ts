import type { Family } from '../family.js';

export const energy: Family = {
  name: 'Hazardous energy and electricity',
  source:
    'OSHA 29 CFR 1910.147 and 1910.331–335; NFPA 70E; UK Electricity at Work Regulations 1989 and HSG85; AS/NZS 3000, 3760 and 4836; UETDRRF units (LVR)',
  kind: 'subject',
  terms: `
    lockout tagout = lock out tag out, lockout, lock out, LOTO, LOTOTO, lock-out/tag-out, lockout tagout procedures, lockout tagout tryout, control of hazardous energy, hazardous energy control, hazardous energy, energy isolation, energy isolation and lockout, isolation and lockout, isolation, isolations, isolation procedures, isolation of energy, energy control, energy control program, 1910.147, 29 CFR 1910.147, tag out, tagout, plant isolation, isolate and lock, lock tag try, lock out tag out try out, bloqueo y etiquetado, bloqueo etiquetado, consignacion, bloqueo de energia, energias peligrosas, control de energias peligrosas, personal danger tag
    lock removal ~ lockout tagout = removing an abandoned lock, abandoned lock, abnormal lockout removal, abnormal lock removal, lock cutting, removal of lock, remove locks, cut lock
    complex lockout ~ lockout tagout = group lockout, group lock out, complex lockout tagout, group lockout tagout, complex LOTO, group LOTO, group isolation, lock box
    simple lockout ~ lockout tagout = individual lockout, simple lockout tagout, simple LOTO
    verifying dead ~ lockout tagout = verifying a de-energized condition, verifying de-energised, prove dead, proving dead, test for dead, testing for dead, test before touch, absence of voltage, verify zero energy, verification of isolation, zero energy state, verify de-energised, proving dead before work, live dead live, voltage verification, ausencia de tension
    return to service after lockout ~ lockout tagout = return to service procedures, returning equipment to service after lockout, restoring energy, re-energising after lockout
    stored energy = stored energy release, residual energy, pressure release, hydraulic pressure, gravity energy
    electrical safety = electricity, electrical hazards, electric safety, electrical safety awareness, electrical awareness, electrical, basic electrical safety, seguridad electrica, riesgo electrico, riesgos electricos, electrical shock, electric shock, working with electricity, electrical safe work, electricity at work, electrical safety for non electrical workers, non electrical workers, unqualified electrical worker, electrical isolation awareness, electrical work, electrical power safety
    NFPA 70E ~ electrical safety = nfpa70e, electrical safety in the workplace standard, 70E
    arc flash ~ electrical safety = arc flash safety, arc blast, electric arc, arc flash awareness, arco electrico, relampago de arco, arc flash hazard
    arc flash boundaries ~ arc flash, NFPA 70E = approach boundaries, shock boundaries, required boundaries, limits of approach, restricted approach boundary, limited approach
    arc flash PPE ~ arc flash, personal protective equipment = arc flash personal protective equipment, arc rated clothing, arc rated PPE, arc suit
    flame resistant clothing ~ arc flash PPE = FR clothing, fire resistant clothing, ropa ignifuga
    energised work ~ electrical safety = energized work, live work, live working, live electrical work, working live, live line work, working on energised equipment, trabajos en tension, hot stick, hotstick, live work precautions, energised work precautions
    energised work permit ~ energised work = energized electrical work permit, EEWP, permitted energized work, live work permit, energized work permit
    electrical testing and fault finding = testing and troubleshooting, electrical troubleshooting, electrical fault finding, fault finding, troubleshooting, electrical testing, electrical diagnostics, multimeter, EICR, periodic inspection and testing, 2391, inspection and testing electrical
    low voltage rescue ~ electrical safety = LVR, low voltage rescue LVR, perform rescue from a live LV panel, rescue from live panel, UETDRRF004, UETDRMP007, LV rescue, switchboard rescue, LV panel rescue, CPR and LVR, electrical rescue
    high voltage = HV, HV awareness, high voltage safety, high voltage awareness, alta tension
    high voltage switching = HV switching, high voltage operation, switching operator, HV operator, HV authorised person, high voltage authorised person, HVAP, maniobras en alta tension
    low voltage switching = LV switching, low voltage operations
    overhead power lines = overhead powerlines, powerlines, power lines, overhead lines, powerline safety, working near power lines, work near overhead power lines, lineas electricas aereas, overhead electrical hazards, look up and live, no go zones
    portable appliance testing = test and tag, test tag, PAT, PAT testing, appliance testing, electrical test and tag, testing and tagging, electrical tagging, in service inspection and testing, AS 3760, electrical equipment testing, test electrical equipment
    electrical installation = wiring rules, wiring regulations, 18th edition, BS 7671, AS 3000, NEC, national electrical code, instalaciones electricas, electrical wiring, REBT
    electrical licence = electrician, electricians, electricista, journeyman electrician, master electrician
    grounding = earthing, bonding and grounding, temporary grounding, grounding and bonding, puesta a tierra
    residual current devices ~ grounding = RCD, RCDs, GFCI, ground fault, ground fault circuit interrupter, safety switch
    electrostatic discharge ~ grounding = ESD, electrostatic, static electricity, static control
    solar installation = photovoltaic, solar PV, solar panels, solar panel, PV installation, fotovoltaica, solar farm, PV farm, solar farm electrical safety
    electric vehicle safety = hybrid and electric vehicles, EV safety, hybrid vehicle, high voltage vehicle, electric vehicles, vehiculos electricos, EV high voltage, hybrid vehicles high voltage, EV technician, high voltage vehicles
    lithium battery = lithium ion, lithium batteries, li ion, lithium ion batteries, baterias de litio
    pressure equipment = pressure vessel, pressure vessels, pressure systems, PSSR, recipientes a presion, pressure system safety
    autoclave < pressure equipment = autoclaves, autoclave safety, steam sterilizer, steam steriliser, autoclave operation
    boiler < pressure equipment = boilers, boiler operation, steam boiler, calderas, caldera, boiler operator, steam
    compressed gas = compressed gas cylinders, gas cylinders, gas cylinder, compressed gases, cylinder handling, gas bottles, gas bottle, cylinders, cilindros de gas, gases comprimidos, botellas de gas, gas cylinder safety, handling compressed gas cylinders, compressed gas cylinder safety
    acetylene ~ compressed gas = acetylene cylinders, oxy acetylene cylinders
    compressed air = air compressor, compressors, pneumatic, aire comprimido, pneumatics
    hydraulics = hydraulic, hydraulic safety, hydraulic injection, high pressure hoses, hydraulic hoses
    high pressure water jetting = water jetting, hydro blasting, hydroblasting, pressure washer, pressure washing, UHP
    gas safety = natural gas, LPG, propane, gas appliance, gas safe, gas leaks, gas leak, gas natural
    cryogenics = cryogenic, liquid nitrogen, dry ice, cryogenic liquids, criogenicos, LN2, liquid nitrogen handling, cryogenic liquids and liquid nitrogen, liquid helium, nitrogeno liquido
    LNG ~ cryogenics = liquefied natural gas
    radiation safety = radiation protection, radiation, ionising radiation, ionizing radiation, proteccion radiologica, radiactividad, IRR, radioactive, radiation worker
    dosimetry ~ radiation safety = radiation dose, dosimeter, dose monitoring, TLD badge
    radioactive materials < radiation safety = radioisotopes, radioisotope, radionuclides, sealed sources, open sources, unsealed sources, radioactive sources
    x-ray safety < radiation safety = x ray, radiografia, radiography, industrial radiography, dental x-ray, fluoroscopy, radiation safety for fluoroscopy, radiation safety for x-ray operators, x-ray operators, xray, x-rays, medical radiation, medical x-ray, rayos x
    ultrasound imaging ~ radiology safety = sonography, ultrasound scanning, sonographer
    mammography ~ radiology safety = breast imaging
    CT imaging ~ radiology safety = CT scan, computed tomography, CT
    radiation safety officer < radiation safety = RSO, RPS, radiation protection supervisor
    laser safety = laser, lasers, laser safety officer, LSO, laser hazards, laseres
    non-ionising radiation = radiofrequency, RF safety, radio frequency, EMF, electromagnetic fields, RF awareness, microwaves, UVC, germicidal UV
    ultraviolet = UV, sun safety, sun protection, skin cancer, sun smart, UV exposure, solar radiation, radiacion solar
  `,
};

export const machines: Family = {
  name: 'Machines, tools and hot work',
  source:
    'OSHA 29 CFR 1910 subparts O, P and Q; UK PUWER 1998; ISO 12100; AS 4024; AWS and CSWIP welding qualifications',
  kind: 'subject',
  terms: `
    machine guarding = machine guard, machine guards, machine guard safety, machine safeguarding, safeguarding machinery, guarding, guards, machine safety, machinery safety, machinery, moving machinery, PUWER, work equipment, nip points, pinch points, guardas de maquinaria, resguardos, proteccion de maquinas, seguridad en maquinas, guardas de seguridad, safeguarding of machines
    robot safety = robot, robots, robotic, robotics, cobot, cobots, robot cell, robotic cell, robot cell safety, collaborative robots, industrial robots, robotica
    conveyor safety = conveyor, conveyors, conveyor belt, cinta transportadora, belt conveyor
    hand and power tools = hand tools, power tools, hand tool, power tool, hand and portable powered tools, tool safety, herramientas manuales, herramientas electricas, portable tools, powered hand tools, hand tool safety, power tool safety
    jackhammer ~ hand and power tools = jack hammer, pneumatic drill, pneumatic breaker
    abrasive wheels = abrasive wheel, grinder, grinders, angle grinder, angle grinders, bench grinder, grinding, grinding wheel, cutting discs, disc cutter, cut off saw, esmeril, amoladora, muelas abrasivas
    nail gun = nail guns, explosive power tools, powder actuated tools, powder actuated, PAT tools, EPT, hilti gun, ramset, pistola de clavos, cartridge tools, pneumatic nailer, nailer, nailers, nail guns pneumatic, staple gun
    saw safety = circular saw, table saw, band saw, bandsaw, saws, drop saw, woodworking machines, woodworking, woodworking machinery, wood machining, sierra circular, carpentry machines
    concrete cutting = concrete saw, demo saw, core drilling, concrete coring, concrete drilling
    chainsaw = chain saw, chainsaws, chainsaw operation, chainsaw maintenance, crosscutting, cross cutting, motosierra, trim and cut felled trees, FWPCOT2239, chainsaw maintenance and cross cutting, AHCMOM213
    tree felling = felling, fell trees, fall trees, tree falling, tala de arboles
    wood chipper = chipper, wood chippers, mulcher
    power press = presses, press brake, punch press, mechanical power press, guillotine, shear, stamping press, prensa
    lathe = lathes, milling, CNC, machining, metal lathe, machine shop, machine tools, torno, drill press
    injection moulding = moulding machine, plastic injection, plastics machinery
    welding safety = welding, welder, welders, welding and cutting, welder safety, welding fume, welding fumes, soldadura, soldador, arc welding, oxy acetylene, gas welding, welding cutting and brazing, weld, welds, metal fume
    plasma cutting ~ welding safety
    stick welding < welding safety = MMA welding, SMAW, shielded metal arc welding
    TIG welding < welding safety = GTAW, gas tungsten arc welding
    MIG welding < welding safety = GMAW, gas metal arc welding
    soldering ~ welding safety = brazing, soldadura blanda
    oxy-fuel welding < welding safety = oxy fuel, oxyfuel, oxyacetylene, oxy cutting, oxy-fuel cutting, gas cutting, oxicorte, oxyacetylene gas equipment, oxy fuel welding torch
    welding inspector = welding inspection, CSWIP, CWI, welding inspector CSWIP, weld inspection
    hot work = hot works, hot work safety, hot work permit, hot work and fire watch, hot work permits, fire watch, fire watcher, firewatch, fire watch and hot work, trabajo en caliente, trabajos en caliente, permiso de trabajo en caliente, spark watch, hot work fire watch
    blasting abrasives = abrasive blasting, sandblasting, sand blasting, shot blasting, grit blasting, chorreado
    spray painting = spray paint, spray booth, isocyanates, isocyanate, painting safety, paint spraying, two pack paint, 2K paint, pintura
    explosives = explosive, blasting explosives, blasting, explosivos, detonators, pyrotechnics, fireworks
    shotfirer ~ explosives = shotfiring, blaster, blasters licence, shot firer, licensed blaster, artillero
    tyre safety = tyre fitting, tire service, split rim, wheel and tyre, tyre changing, tire changing, rim wheel, tyre handling, tyre fitter, wheel nuts
    racking safety = racking, pallet racking, storage racks, storage rack safety, rack safety, racking awareness, estanterias, shelving
    racking installation ~ racking safety = rack installer, SEIRS
    racking inspection ~ racking safety = SEMA, SEMA rack inspector, rack inspector, rack inspection, racking inspector, pallet racking inspection, SEMA approved
    mezzanine ~ racking safety = mezzanine floors
    loading dock safety = loading dock, loading bay, dock safety, dock leveller, dock plate, loading docks, trailer creep, muelle de carga, loading and unloading vehicles, loading exclusion zone, dock leveler
    baler = balers, compactor, waste compactor, trash compactor, baler and compactor, cardboard baler, baling machine, balers and compactors
    knife safety = knives, box cutter, box cutters, utility knife, cutting tools, safe knife use, cut prevention, cuchillos, safety knives
    vibration = vibraciones
    whole body vibration < vibration = WBV
    hand arm vibration < vibration = HAVS, HAV, hand arm vibration syndrome, vibration white finger, VWF, hand-transmitted vibration
  `,
};
