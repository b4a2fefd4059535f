import type { Family } from '../family.js';

export const landAndAnimals: Family = {
  name: 'Farming, forestry, animals and open ground',
  source:
    'AU AHC training package; UK Lantra awards; US EPA Worker Protection Standard 40 CFR 170; ESCO (agriculture, forestry); WOAH animal welfare standards',
  kind: 'subject',
  terms: `
    livestock handling = cattle handling, cattle, livestock, sheep handling, pig handling, stock handling, stockyard, stockmanship, animal husbandry, herd, ganado, manejo de ganado
    horse handling = horses, equine, horse riding, caballos
    animal welfare = animal care, animal health, bienestar animal
    animal transport = transport of livestock, live animal transport, welfare in transport
    veterinary = vet, veterinary medicines, animal medicines
    grain bin = grain bin entry, grain engulfment, silo, silos, silo entry, grain handling, grain storage, grain silo, engulfment, grain elevator
    manure gas ~ biogas = slurry gas, slurry, manure, manure pit, slurry storage, manure gas hazards
    tractor rollover ~ tractor = ROPS, roll over protection, rollover protection, tractor rollover protection
    power take off ~ tractor = PTO, PTO shaft, PTO guarding, PTO shaft guarding
    worker protection standard ~ pesticide application = WPS, EPA WPS, WPS handler, agricultural worker protection
    pesticide qualifications < pesticide application = PA1, PA6, PA2, PA1 and PA6, knapsack sprayer, weed killer, weed control, spraying chemicals, chemical spraying, crop spraying, knapsack, PA1 PA6 knapsack, knapsack spraying, pesticide applicator, certified applicator
    brush cutter ~ ride on mower = brushcutter, brushcutters, strimmer, strimmers, line trimmer, string trimmer, grass cutting, slasher, whipper snipper, desbrozadora, weed eater
    hedge trimmer = hedge cutting, hedge trimming, hedge cutters
    leaf blower = blowers
    log loader = log loader operation, forwarder, harvester operation, skidder, timber loading, log hauling, timber harvesting machine
    tree work = arboriculture, arborist, tree surgery, tree trimming, pruning, tree care
    combine harvester = harvester, harvesting machinery, baling, hay baler, crop harvesting
    irrigation = irrigation system, pumps irrigation, sprinkler irrigation
    electric fencing = electric fence
    milking parlour ~ dairy = milking hygiene, milking machine, parlour hygiene
    beekeeping = bees and hives, apiary, apiculture
    dog safety = dog attack, dog attacks, dog bite, dog bites, aggressive dogs, dog awareness, dogs at premises
    snake awareness = snakes, snake bite, snakebite, snake handling, serpientes, snake catcher, snake removal
    ticks and insects = ticks, tick borne disease, lyme disease
    mosquito control ~ ticks and insects = mosquito, mosquitoes
    spiders ~ ticks and insects = spider bites
    bees and wasps ~ ticks and insects = wasp stings, bee stings
    wildlife = wildlife awareness, wildlife hazard, wildlife management, birds, bear awareness, kangaroo, crocodile
    bird strike ~ wildlife = bird strikes, wildlife strike
    zoonoses ~ infectious diseases = zoonosis, zoonotic diseases, Q fever, leptospirosis, brucellosis, avian influenza, rabies, hantavirus, ringworm
    poison plants = poison ivy, poison oak, giant hogweed, toxic plants, poisonous plants
    plant biosecurity ~ biosecurity = phytosanitary, plant health, invasive species, weeds hygiene
    soil and fertiliser = fertiliser, fertilizer, fertilisers, ammonium nitrate, soil management, composting
    bushfire ~ firefighter = bushfire survival, bush fire, bushfires, wildfire smoke, wildfire, wildland fire, forest fire, bushfire awareness, incendios forestales
    remote work travel ~ lone working = remote area travel, remote area, outback travel, satellite phone, remote travel
    water operations = boating operations, boat handling, small boat, powerboat, jet ski, personal watercraft
    diving = commercial diving, occupational diving, divers, buceo
    scuba < diving = scuba diving, recreational diving
    swimming = swim test, swimming competency
    fishing = commercial fishing, aquaculture operations, fish handling
    hunting = trapping, pest animal control
    land management = conservation, bush regeneration, ranger, park ranger, national parks
    cemetery operations = grave digging, burial, exhumation, cremation, memorial testing, memorial safety, cemetery memorial safety, headstone safety
    waste collection = refuse collection, refuse, bin lorry, garbage truck, refuse collection vehicle, rubbish collection, RCV, kerbside collection, waste collectors, recolector
    recycling facility ~ waste management = MRF, materials recovery, recycling plant, transfer station, landfill, tip site
    street cleaning ~ street sweeper = litter picking, graffiti removal, street cleansing
    needle finds < needlestick prevention = discarded needles, discarded sharps, needles, needle disposal, needle and syringe, drug litter
    playground inspection ~ playground safety = play area inspection, RPII, play equipment inspection
    civil emergency = civil contingencies, rest centre, rest centres, civil defence, emergency shelter, disaster relief
    enforcement officers = parking enforcement, civil enforcement, bailiff, compliance officers field
    planning and building control = town planning, building control, planning permission
    elections = polling station, election staff
  `,
};

export const airAndSea: Family = {
  name: 'Aviation, ships, rail and parcels',
  source:
    'ICAO Annexes 17, 18 and 19; IATA AHM and IGOM; EU 2015/1998 (aviation security); IMO STCW and SOLAS; UK RSSB and AU RISSB (rail)',
  kind: 'subject',
  terms: `
    aviation security = general security awareness training, GSAT, airport security, airport security awareness, aviation security awareness, cargo screener, ACS operative, known consignor, AVSEC, AVSEC awareness
    passengers with reduced mobility = PRM, reduced mobility, passengers with disabilities, ambulift, wheelchair passengers, disabled passengers
    foreign object debris ~ airside safety = FOD, FOD prevention, FOD walk, foreign object damage
    aircraft turnaround = aircraft turnaround and marshalling, turnaround coordination, aircraft loading
    weight and balance ~ aircraft turnaround = load planning, loadmaster, load control, load sheet
    aircraft marshalling ~ aircraft turnaround = marshalling aircraft, aircraft marshaller, marshaller
    aircraft de-icing = de-icing, deicing, de icing, anti icing
    aircraft refuelling = aviation fuel, aviation fuelling, refuelling, refueling, aviation fuel handling, jet fuel, fuelling, into plane fuelling
    ground power unit = GPU, ground power
    pushback = push back, aircraft towing, pushback tug
    jet blast = jet blast and ingestion, engine ingestion, propeller safety
    airside driving = airside driver, airside driver permit, airside driving permit, ADP, airside vehicle permit, category A airside
    baggage handling = baggage belt, baggage, baggage belt safety, baggage handler, luggage handling
    snow clearance ~ cold stress = snow removal, snow plough, snow plow, snow blower, gritting, winter operations, ice control, winter service
    crew resource management = CRM aviation, threat and error management
    aviation human factors ~ crew resource management = human factors aviation, maintenance human factors, human factors for aircraft maintenance, human factors in aircraft maintenance, human factors for ground handlers, dirty dozen, HF maintenance, human factors maintenance
    safety management systems aviation = SMS aviation, aviation SMS, safety management system overview
    air traffic control = ATC, aerodrome operations
    aircraft maintenance = aircraft engineering, part 145, part-145, airworthiness
    fuel tank safety < aircraft maintenance = FTS aircraft, CDCCL
    EWIS < aircraft maintenance = electrical wiring interconnection system
    pilot training = flight training, simulator check, line check, flight operations, RVSM
    ETOPS < pilot training
    type rating < pilot training
    cabin safety = cabin crew safety, cabin emergency procedures
    ditching ~ cabin safety = slide deployment
    unruly passengers ~ conflict resolution = disruptive passengers, air rage
    bridge watchkeeping = navigation watch, navigation
    lifeboat = survival craft, rescue boat, lifeboats, PSCRB, life raft, liferaft
    ship firefighting ~ firefighter = advanced fire fighting ship, marine firefighting
    mooring = mooring operations, mooring lines, berthing, snap back zone
    radar navigation ~ bridge watchkeeping = radar, ARPA, collision regulations, COLREGs
    ship stability = trim and stability
    bridge resource management ~ crew resource management = BRM, bridge team management, MCRM, bridge team and resource management
    GMDSS ~ radio communication = global maritime distress and safety system, GOC, marine radio, maritime radio, general operators certificate
    ECDIS ~ bridge watchkeeping = electronic chart display, electronic charts
    ballast water
    marine pollution = MARPOL, oil pollution prevention, pollution prevention at sea, marine oil spill, garbage management ships
    tanker operations
    oil tanker < tanker operations
    chemical tanker < tanker operations
    LNG tanker < tanker operations = gas tanker, IGF code, IGC code
    bunkering ~ tanker operations
    stevedoring = container handling, port equipment, container terminal
    container unloading = devanning, container destuffing, destuffing, unstuffing, container unstuffing, container devanning, unloading containers, container de-stuffing
    lashing containers ~ stevedoring = container lashing
    straddle carrier ~ stevedoring
    reach stacker ~ stevedoring
    ship to shore crane ~ crane = STS crane, quay crane
    container inspection = container safety, CTU code, container packing, container fumigation
    train driving = train driver, locomotive, train operations, rail driver
    route knowledge ~ train driving = route learning
    shunting ~ train driving = shunter, shunting operations
    track work = track maintenance, permanent way, rail grinding, track worker, track protection
    protection officer ~ rail induction = controller of site safety, COSS, lookout, protection officer track
    safety critical communications = rail communications, safety critical communication
    rail electrification = overhead line equipment, OLE, third rail, traction power
    tram = light rail, tramway
    parcel handling = parcel delivery, parcels, courier, last mile delivery, home delivery, delivery driver, home delivery driver, van driver, multi drop
    bus driving = bus driver, coach driver, PCV, passenger carrying vehicle, conductor de autobus
    taxi driving = taxi, rideshare, chauffeur
    emergency vehicle driving = blue light driving, emergency response driving, pursuit driving, EVOC, emergency vehicle operations
    incident response road = vehicle breakdown, breakdown safety, vehicle recovery, roadside assistance, tyre change at roadside
    eco driving = fuel efficient driving, safe and fuel efficient driving
    speed awareness ~ driving safety = speeding, speed limits
    seat belts ~ driving safety = seat belt, seatbelt, cinturon de seguridad
    night driving ~ driving safety = driving at night
    winter driving ~ driving safety = driving on ice, driving in snow, skid control
    aggressive driving ~ driving safety = road rage
    vehicle fire ~ fire safety
    loading and unloading tankers ~ dangerous goods by road = tanker loading, bottom loading, fuel tanker
  `,
};
