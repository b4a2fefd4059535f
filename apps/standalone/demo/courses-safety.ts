/** The demo courses on work with machines, loads, heights, substances and fire; `courses.ts` joins and types them. */
export const safetyCourses = [
  {
    title: 'Working at Heights: Essentials',
    topics: ['Working at Heights', 'Fall Protection', 'Ladder Safety'],
    category: 'Refresher',
    summary: 'Plan, equip and supervise work above two metres so that nobody falls and nothing drops.',
    content:
      '## Before you climb\n- Avoid, prevent, arrest: the order of controls\n- Inspecting harness, lanyard and anchor point\n- Ladders: when they are enough, and when not\n- Rescue plan and suspension trauma',
    published: true,
  },
  {
    title: 'Manual Handling Without Injury',
    topics: ['Manual Handling', 'Lifting Technique', 'Back Care'],
    category: 'Toolbox',
    summary: 'Judge a load, choose the right aid and move it without straining back or shoulders.',
    content:
      '- Task, individual, load, environment\n- Team lifts and mechanical aids\n- Pushing and pulling cages and pallets\n- Early signs of strain and whom to tell',
    published: true,
  },
  {
    title: 'Counterbalance Truck: Operator Certificate',
    topics: ['Forklift Operation', 'Forklift Licence', 'Counterbalance Truck'],
    category: 'Certification',
    summary: 'Theory, pre-use check and practical assessment for drivers of counterbalance trucks.',
    content:
      '- Stability triangle and load centre\n- Daily pre-use inspection\n- Stacking, ramps and blind corners\n- Practical assessment with an examiner',
    published: true,
  },
  {
    title: 'Entering Confined Spaces Safely',
    topics: ['Confined Space Entry', 'Atmospheric Testing', 'Entry Attendant'],
    category: 'Certification',
    summary: 'Recognise a confined space, test its air and enter only with attendant, permit and rescue ready.',
    content:
      '- What counts as a confined space\n- Oxygen, flammable and toxic limits\n- Duties of entrant, attendant and supervisor\n- Non-entry rescue drill',
    published: true,
  },
  {
    title: 'Lockout/Tagout in Practice',
    topics: ['Lockout/Tagout', 'LOTO', 'Energy Isolation'],
    category: 'Certification',
    summary: 'Isolate every source of energy, prove it dead and keep it that way until the last lock is off.',
    content:
      '- Sources: electrical, hydraulic, pneumatic, gravity\n- Six steps of isolation\n- Group locks and shift handover\n- Try-out before hands go in',
    published: true,
  },
  {
    title: 'Fire Warden: Duties on the Day',
    topics: ['Fire Warden', 'Evacuation Procedure'],
    category: 'Certification',
    summary: 'Lead an evacuation, sweep your zone and account for everyone at the assembly point.',
    content:
      '- Daily duties and fire door checks\n- Raising the alarm and sweeping a zone\n- Helping people with reduced mobility\n- Roll call and handover to the fire service',
    published: true,
  },
  {
    title: 'First Aid at Work',
    topics: ['First Aid', 'CPR', 'AED Use'],
    category: 'Certification',
    summary: 'Assess a casualty, call for help and keep them alive until the ambulance arrives.',
    content:
      '- Scene safety and primary survey\n- CPR and defibrillator\n- Bleeding, burns and fractures\n- Recording the treatment',
    published: true,
  },
  {
    title: 'Hazardous Chemicals: Handling and Storage',
    topics: ['Hazardous Chemicals', 'Safety Data Sheets', 'Chemical Storage'],
    category: 'Refresher',
    summary:
      'Read labels and data sheets, store what does not mix apart and handle chemicals with the right protection.',
    content:
      '- GHS pictograms and signal words\n- The four sections of a data sheet to know by heart\n- Segregation and bunding\n- Splash in the eyes: the first ten minutes',
    published: true,
  },
  {
    title: 'See It, Say It: Hazard Awareness',
    topics: ['Hazard Awareness', 'Near Miss Reporting'],
    category: 'Toolbox',
    summary: 'Notice what could hurt someone, make it safe and report it before it does.',
    content: '- Walking your area with fresh eyes\n- Make safe, then report\n- What a good near miss report says',
    published: true,
  },
  {
    title: 'Overhead Cranes and Slinging',
    topics: ['Overhead Crane Operation', 'Slinging', 'Rigging'],
    category: 'Certification',
    summary: 'Plan a lift, choose slings and signal a pendant or radio controlled overhead crane.',
    content:
      '- Lift plan and exclusion zone\n- Sling angle and working load limit\n- Hand signals and radio discipline\n- Pre-use check of hook, rope and brake',
    published: true,
  },
  {
    title: 'Scissor and Boom Lifts',
    topics: ['Elevated Work Platforms', 'Scissor Lift', 'Boom Lift'],
    category: 'Certification',
    summary: 'Choose, check and drive mobile elevating platforms without tipping, trapping or falling.',
    content:
      '- Ground conditions and outriggers\n- Harness rules by machine type\n- Overhead crushing and power lines\n- Emergency lowering',
    published: true,
  },
  {
    title: 'Electrical Safety for Qualified Staff',
    topics: ['Electrical Safety', 'Arc Flash', 'Low Voltage Switching'],
    category: 'Refresher',
    summary: 'Work on low voltage installations dead by default, and know the boundaries where that is not possible.',
    content:
      '- Five rules of dead working\n- Arc flash boundaries and clothing\n- Test before touch\n- Release of an electrocuted person',
    published: true,
  },
  {
    title: 'Hot Work: Permit and Fire Watch',
    topics: ['Hot Work', 'Welding Safety', 'Fire Watch'],
    category: 'Certification',
    summary: 'Weld, cut and grind outside the workshop without starting a fire.',
    content:
      '- When a hot work permit is needed\n- Clearing ten metres around\n- Gas cylinders and flashback arrestors\n- Fire watch for sixty minutes after',
    published: true,
  },
  {
    title: 'Your Protective Equipment',
    topics: ['Personal Protective Equipment', 'PPE'],
    category: 'Induction',
    summary: 'What to wear in which zone, how to check it and where to get a new one.',
    content: '- Zones and their minimum kit\n- Fit, inspection and cleaning\n- Replacement at no cost',
    published: true,
  },
  {
    title: 'Respirators: Selection and Fit',
    topics: ['Respiratory Protection', 'Respirator Fit Test'],
    category: 'Refresher',
    summary: 'Pick the right filter, pass a fit test and check the seal each time.',
    content:
      '- Dust, vapour or lack of oxygen\n- Filter classes and their life\n- Seal check before every use\n- Facial hair and fit',
    published: true,
  },
  {
    title: 'Protecting Your Hearing',
    topics: ['Hearing Conservation', 'Noise Exposure'],
    category: 'Refresher',
    summary: 'Understand noise levels on the shop floor and protect the hearing you have.',
    content: '- Action levels and dose\n- Plugs, muffs and how they fail\n- Reading your audiogram',
    published: true,
  },
  {
    title: 'Guards On, Hands Out: Machines and Conveyors',
    topics: ['Machine Guarding', 'Conveyor Safety', 'Nip Points'],
    category: 'Toolbox',
    summary: 'Keep clear of nip points, respect guards and clear a jam only after isolation.',
    content:
      '- In-running nips and entanglement\n- Guards and interlocks: what never to bypass\n- Clearing a jam step by step',
    published: true,
  },
  {
    title: 'Scaffold Inspection for Users',
    topics: ['Scaffold Inspection', 'Scaffold Tags'],
    category: 'Certification',
    summary: 'Read a scaffold tag and find the defects that mean nobody goes up.',
    content:
      '- Handover certificate and weekly inspection\n- Base, ties, boards and guard rails\n- Red, yellow and green tags',
    published: true,
  },
  {
    title: 'People and Vehicles Apart',
    topics: ['Traffic Management', 'Pedestrian Safety', 'Reversing and Spotting'],
    category: 'Toolbox',
    summary: 'Share the yard with trucks and forklifts without anyone being struck.',
    content: '- Walkways, crossings and eye contact\n- Reversing with a spotter\n- Blind spots of large vehicles',
    published: true,
  },
  {
    title: 'Dangerous Goods by Road',
    topics: ['Dangerous Goods Transport', 'Hazmat Labelling', 'Tunnel Codes'],
    category: 'Certification',
    summary: 'Classify, pack, label and document dangerous goods for carriage by road.',
    content:
      '- Nine classes and packing groups\n- Marks, labels and placards\n- Transport document and written instructions\n- Duties of loader and driver',
    published: true,
  },
  {
    title: 'Load Restraint for Road Freight',
    topics: ['Load Restraint', 'Cargo Securing'],
    category: 'Refresher',
    summary: 'Secure freight so that it stays put when the truck brakes, corners and swerves.',
    content:
      '- Forces in g and what they mean\n- Lashing, blocking and friction mats\n- Checks before leaving and en route',
    published: true,
  },
  {
    title: 'Safe Loading Docks',
    topics: ['Loading Dock Safety', 'Trailer Creep'],
    category: 'Toolbox',
    summary: 'Prevent drive-aways, falls and crushing at the dock.',
    content: '- Wheel chocks, locks and key control\n- Dock levellers and edge protection\n- Traffic light rules',
    published: true,
  },
  {
    title: 'Racking: Inspect and Report',
    topics: ['Racking Inspection', 'Storage Rack Safety'],
    category: 'Certification',
    summary: 'Carry out weekly rack inspections and unload a damaged bay at once.',
    content: '- Load notices and beam clips\n- Measuring upright and beam damage\n- Green, amber and red risk',
    published: true,
  },
  {
    title: 'Battery Rooms and Lithium Packs',
    topics: ['Battery Charging', 'Lithium Battery Handling'],
    category: 'Toolbox',
    summary: 'Charge and change truck batteries without acid burns, gas explosions or thermal runaway.',
    content:
      '- Lead-acid: hydrogen, acid and eyewash\n- Lithium: swelling, heat and quarantine\n- Lifting and connecting a pack',
    published: true,
  },
  {
    title: 'No Slips, No Trips',
    topics: ['Slips, Trips and Falls', 'Housekeeping'],
    category: 'Toolbox',
    summary: 'Keep floors, stairs and walkways clear, dry and lit.',
    content: '- See it, clear it\n- Footwear and stairs\n- Winter: ice, leaves and wet docks',
    published: true,
  },
  {
    title: 'Spill Response and the Environment',
    topics: ['Spill Response', 'Environmental Protection', 'Waste Segregation'],
    category: 'Refresher',
    summary: 'Stop, contain and report a spill before it reaches a drain.',
    content:
      '- Spill kit contents and place\n- Drain covers and booms\n- Disposal of used absorbent\n- Who has to be told, and when',
    published: true,
  },
  {
    title: 'Working in Heat',
    topics: ['Heat Stress', 'Hydration'],
    category: 'Toolbox',
    summary: 'Recognise heat illness early and organise work around it.',
    content: '- Heat index and work-rest cycles\n- Drinking before thirst\n- Heat stroke is an emergency',
    published: true,
  },
  {
    title: 'Asbestos: Know It, Leave It',
    topics: ['Asbestos Awareness', 'Asbestos Register'],
    category: 'Compliance',
    summary: 'Recognise materials likely to contain asbestos and stop work before disturbing them.',
    content: '- Where asbestos hides in older buildings\n- Checking the register first\n- Stop, isolate and report',
    published: true,
  },
  {
    title: 'Digging Near Services',
    topics: ['Excavation Safety', 'Underground Services', 'Trench Support'],
    category: 'Certification',
    summary: 'Locate buried services and keep a trench from collapsing.',
    content: '- Plans, scan and trial holes\n- Battering, benching and shoring\n- Inspection each shift',
    published: false,
  },
  {
    title: 'Reach Trucks and Narrow Aisles',
    topics: ['Reach Truck', 'Very Narrow Aisle Truck', 'Order Picker Truck'],
    category: 'Certification',
    summary: 'Conversion for experienced drivers who move to reach, narrow aisle and order picker trucks.',
    content:
      '- Differences in stability and view\n- Lifting above eight metres\n- Aisle guidance and evacuation from height',
    published: false,
  },
];
