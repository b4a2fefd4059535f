/** A person of the demo tenant, with every key that a source system may send. */
export interface DemoWorker {
  externalWorkerId: string;
  email: string;
  learnerId: string | null;
  name: string;
  site: string;
  role: string;
  groups: readonly string[];
  active: boolean;
}

/** The directory of the demo tenant: some people have no learner id yet, and two have left. */
// prettier-ignore
export const demoWorkers: readonly DemoWorker[] = [
  { externalWorkerId: 'W-101', email: 'jordan@acme.com', learnerId: 'L-4707', name: 'Jordan Blake', site: 'Site A', role: 'Rigger', groups: ['Maintenance', 'Emergency Response'], active: true },
  { externalWorkerId: 'W-102', email: 'amina.yusuf@acme.com', learnerId: 'L-4714', name: 'Amina Yusuf', site: 'Site A', role: 'Warehouse Associate', groups: ['Warehouse'], active: true },
  { externalWorkerId: 'W-103', email: 'tomasz.kowalski@acme.com', learnerId: 'L-4721', name: 'Tomasz Kowalski', site: 'Site A', role: 'Forklift Operator', groups: ['Warehouse'], active: true },
  { externalWorkerId: 'W-104', email: 'priya.raman@acme.com', learnerId: 'L-4728', name: 'Priya Raman', site: 'Site A', role: 'Site Manager', groups: ['Site Leadership', 'Emergency Response'], active: true },
  { externalWorkerId: 'W-105', email: 'luca.ferrari@acme.com', learnerId: 'L-4735', name: 'Luca Ferrari', site: 'Site A', role: 'Electrician', groups: ['Maintenance'], active: true },
  { externalWorkerId: 'W-106', email: 'grace.okafor@acme.com', learnerId: null, name: 'Grace Okafor', site: 'Site A', role: 'HR Partner', groups: ['Office'], active: true },
  { externalWorkerId: 'W-107', email: 'mateo.herrera@acme.com', learnerId: 'L-4749', name: 'Mateo Herrera', site: 'Site A', role: 'Warehouse Associate', groups: ['Warehouse'], active: true },
  { externalWorkerId: 'W-108', email: 'ingrid.solberg@acme.com', learnerId: 'L-4756', name: 'Ingrid Solberg', site: 'Site A', role: 'Shift Supervisor', groups: ['Warehouse', 'Site Leadership'], active: true },
  { externalWorkerId: 'W-109', email: 'mai.nguyen@acme.com', learnerId: null, name: 'Nguyễn Thị Mai', site: 'Site A', role: 'Warehouse Associate', groups: ['Warehouse', 'Emergency Response'], active: true },
  { externalWorkerId: 'W-110', email: 'dylan.hughes@acme.com', learnerId: 'L-4770', name: 'Dylan Hughes', site: 'Site A', role: 'Truck Driver', groups: ['Transport'], active: true },
  { externalWorkerId: 'W-111', email: 'fatima.el-amrani@acme.com', learnerId: 'L-4777', name: 'Fatima El Amrani', site: 'Site A', role: 'Safety Advisor', groups: ['Office', 'Emergency Response'], active: true },
  { externalWorkerId: 'W-112', email: 'kwame.mensah@acme.com', learnerId: 'L-4784', name: 'Kwame Mensah', site: 'Site A', role: 'Forklift Operator', groups: ['Warehouse'], active: true },
  { externalWorkerId: 'W-113', email: 'sofia.lindqvist@acme.com', learnerId: 'L-4791', name: 'Sofia Lindqvist', site: 'Site A', role: 'Maintenance Technician', groups: ['Maintenance'], active: true },
  { externalWorkerId: 'W-114', email: 'chen.wei@acme.com', learnerId: 'L-4798', name: 'Chen Wei', site: 'Site A', role: 'Warehouse Associate', groups: ['Warehouse'], active: true },
  { externalWorkerId: 'W-115', email: 'olivia.hart@acme.com', learnerId: 'L-4805', name: 'Olivia Hart', site: 'Site B', role: 'Site Manager', groups: ['Site Leadership'], active: true },
  { externalWorkerId: 'W-116', email: 'ravi.deshmukh@acme.com', learnerId: 'L-4812', name: 'Ravi Deshmukh', site: 'Site B', role: 'Electrician', groups: ['Maintenance', 'Emergency Response'], active: true },
  { externalWorkerId: 'W-117', email: 'zeynep.kaya@acme.com', learnerId: 'L-4819', name: 'Zeynep Kaya', site: 'Site B', role: 'Warehouse Associate', groups: ['Warehouse'], active: true },
  { externalWorkerId: 'W-118', email: 'samuel.adeyemi@acme.com', learnerId: null, name: 'Samuel Adeyemi', site: 'Site B', role: 'Forklift Operator', groups: ['Warehouse'], active: true },
  { externalWorkerId: 'W-119', email: 'hanna.virtanen@acme.com', learnerId: 'L-4833', name: 'Hanna Virtanen', site: 'Site B', role: 'Warehouse Associate', groups: ['Warehouse'], active: false },
  { externalWorkerId: 'W-120', email: 'diego.fuentes@acme.com', learnerId: 'L-4840', name: 'Diego Fuentes', site: 'Site B', role: 'Rigger', groups: ['Maintenance'], active: true },
  { externalWorkerId: 'W-121', email: 'leilani.kahale@acme.com', learnerId: null, name: 'Leilani Kahale', site: 'Site B', role: 'Inventory Clerk', groups: ['Warehouse', 'Office'], active: true },
  { externalWorkerId: 'W-122', email: 'marek.novak@acme.com', learnerId: 'L-4854', name: 'Marek Novák', site: 'Site B', role: 'Truck Driver', groups: ['Transport'], active: true },
  { externalWorkerId: 'W-123', email: 'ama.boateng@acme.com', learnerId: 'L-4861', name: 'Ama Boateng', site: 'Site B', role: 'Forklift Operator', groups: ['Warehouse'], active: true },
  { externalWorkerId: 'W-124', email: 'yuki.tanaka@acme.com', learnerId: 'L-4868', name: 'Yuki Tanaka', site: 'Site B', role: 'Shift Supervisor', groups: ['Warehouse', 'Site Leadership', 'Emergency Response'], active: true },
  { externalWorkerId: 'W-125', email: 'patrick.byrne@acme.com', learnerId: 'L-4875', name: 'Patrick Byrne', site: 'Site B', role: 'Maintenance Technician', groups: ['Maintenance'], active: true },
  { externalWorkerId: 'W-126', email: 'rania.haddad@acme.com', learnerId: 'L-4882', name: 'Rania Haddad', site: 'Site B', role: 'HR Partner', groups: ['Office'], active: true },
  { externalWorkerId: 'W-127', email: 'joao.carvalho@acme.com', learnerId: 'L-4889', name: 'João Carvalho', site: 'Northgate Distribution Centre', role: 'Warehouse Associate', groups: ['Warehouse'], active: true },
  { externalWorkerId: 'W-128', email: 'elena.petrova@acme.com', learnerId: null, name: 'Elena Petrova', site: 'Northgate Distribution Centre', role: 'Site Manager', groups: ['Site Leadership', 'Emergency Response'], active: true },
  { externalWorkerId: 'W-129', email: 'musa.ibrahim@acme.com', learnerId: 'L-4903', name: 'Musa Ibrahim', site: 'Northgate Distribution Centre', role: 'Forklift Operator', groups: ['Warehouse'], active: true },
  { externalWorkerId: 'W-130', email: 'chloe.martin@acme.com', learnerId: 'L-4910', name: 'Chloé Martin', site: 'Northgate Distribution Centre', role: 'Transport Planner', groups: ['Transport', 'Office'], active: true },
  { externalWorkerId: 'W-131', email: 'arjun.malhotra@acme.com', learnerId: 'L-4917', name: 'Arjun Malhotra', site: 'Northgate Distribution Centre', role: 'IT Support Analyst', groups: ['Office'], active: true },
  { externalWorkerId: 'W-132', email: 'bronwyn.price@acme.com', learnerId: 'L-4924', name: 'Bronwyn Price', site: 'Northgate Distribution Centre', role: 'Warehouse Associate', groups: ['Warehouse', 'Emergency Response'], active: true },
  { externalWorkerId: 'W-133', email: 'kofi.asante@acme.com', learnerId: 'L-4931', name: 'Kofi Asante', site: 'Northgate Distribution Centre', role: 'Truck Driver', groups: ['Transport'], active: true },
  { externalWorkerId: 'W-134', email: 'linh.pham@acme.com', learnerId: null, name: 'Linh Pham', site: 'Northgate Distribution Centre', role: 'Warehouse Associate', groups: ['Warehouse'], active: true },
  { externalWorkerId: 'W-135', email: 'stefan.baumann@acme.com', learnerId: 'L-4945', name: 'Stefan Baumann', site: 'Northgate Distribution Centre', role: 'Electrician', groups: ['Maintenance'], active: true },
  { externalWorkerId: 'W-136', email: 'carmen.ortega@acme.com', learnerId: 'L-4952', name: 'Carmen Ortega', site: 'Northgate Distribution Centre', role: 'Shift Supervisor', groups: ['Warehouse', 'Site Leadership'], active: true },
  { externalWorkerId: 'W-137', email: 'tariq.aziz@acme.com', learnerId: 'L-4959', name: 'Tariq Aziz', site: 'Northgate Distribution Centre', role: 'Reach Truck Operator', groups: ['Warehouse'], active: true },
  { externalWorkerId: 'W-138', email: 'maeve.gallagher@acme.com', learnerId: 'L-4966', name: 'Maeve Gallagher', site: 'Northgate Distribution Centre', role: 'Customs Specialist', groups: ['Office'], active: true },
  { externalWorkerId: 'W-139', email: 'andrei.popescu@acme.com', learnerId: null, name: 'Andrei Popescu', site: 'Northgate Distribution Centre', role: 'Warehouse Associate', groups: ['Warehouse'], active: true },
  { externalWorkerId: 'W-140', email: 'nadia.rahman@acme.com', learnerId: 'L-4980', name: 'Nadia Rahman', site: 'Harbour Terminal', role: 'Site Manager', groups: ['Site Leadership', 'Emergency Response'], active: true },
  { externalWorkerId: 'W-141', email: 'viktor.lindgren@acme.com', learnerId: 'L-4987', name: 'Viktor Lindgren', site: 'Harbour Terminal', role: 'Crane Operator', groups: ['Maintenance'], active: true },
  { externalWorkerId: 'W-142', email: 'tui.ngata@acme.com', learnerId: 'L-4994', name: 'Tui Ngata', site: 'Harbour Terminal', role: 'Crane Operator', groups: ['Maintenance', 'Emergency Response'], active: true },
  { externalWorkerId: 'W-143', email: 'beatriz.moreno@acme.com', learnerId: 'L-4001', name: 'Beatriz Moreno', site: 'Harbour Terminal', role: 'Rigger', groups: ['Maintenance'], active: true },
  { externalWorkerId: 'W-144', email: 'oluwaseun.bello@acme.com', learnerId: 'L-4008', name: 'Oluwaseun Bello', site: 'Harbour Terminal', role: 'Forklift Operator', groups: ['Warehouse'], active: true },
  { externalWorkerId: 'W-145', email: 'katarzyna.zielinska@acme.com', learnerId: 'L-4015', name: 'Katarzyna Zielińska', site: 'Harbour Terminal', role: 'Dangerous Goods Specialist', groups: ['Transport', 'Emergency Response'], active: true },
  { externalWorkerId: 'W-146', email: 'hamish.fraser@acme.com', learnerId: null, name: 'Hamish Fraser', site: 'Harbour Terminal', role: 'Truck Driver', groups: ['Transport'], active: true },
  { externalWorkerId: 'W-147', email: 'min-jun.park@acme.com', learnerId: 'L-4029', name: 'Min-jun Park', site: 'Harbour Terminal', role: 'Maintenance Technician', groups: ['Maintenance'], active: true },
  { externalWorkerId: 'W-148', email: 'isabelle.laurent@acme.com', learnerId: 'L-4036', name: 'Isabelle Laurent', site: 'Harbour Terminal', role: 'Warehouse Associate', groups: ['Warehouse'], active: false },
  { externalWorkerId: 'W-149', email: 'omar.farouk@acme.com', learnerId: 'L-4043', name: 'Omar Farouk', site: 'Harbour Terminal', role: 'Shift Supervisor', groups: ['Warehouse', 'Site Leadership'], active: true },
  { externalWorkerId: 'W-150', email: 'siobhan.walsh@acme.com', learnerId: null, name: 'Siobhán Walsh', site: 'Harbour Terminal', role: 'Finance Analyst', groups: ['Office'], active: true },
  { externalWorkerId: 'W-151', email: 'wanjiru.kamau@acme.com', learnerId: 'L-4057', name: 'Wanjiru Kamau', site: 'Riverside Plant', role: 'Site Manager', groups: ['Site Leadership'], active: true },
  { externalWorkerId: 'W-152', email: 'henrik.dahl@acme.com', learnerId: 'L-4064', name: 'Henrik Dahl', site: 'Riverside Plant', role: 'Process Operator', groups: ['Maintenance'], active: true },
  { externalWorkerId: 'W-153', email: 'lakshmi.iyer@acme.com', learnerId: 'L-4071', name: 'Lakshmi Iyer', site: 'Riverside Plant', role: 'Process Operator', groups: ['Maintenance', 'Emergency Response'], active: true },
  { externalWorkerId: 'W-154', email: 'rafael.souza@acme.com', learnerId: 'L-4078', name: 'Rafael Souza', site: 'Riverside Plant', role: 'Maintenance Technician', groups: ['Maintenance'], active: true },
  { externalWorkerId: 'W-155', email: 'emeka.nwosu@acme.com', learnerId: 'L-4085', name: 'Emeka Nwosu', site: 'Riverside Plant', role: 'Electrician', groups: ['Maintenance', 'Emergency Response'], active: true },
  { externalWorkerId: 'W-156', email: 'anneke.de-vries@acme.com', learnerId: 'L-4092', name: 'Anneke de Vries', site: 'Riverside Plant', role: 'HR Partner', groups: ['Office'], active: true },
  { externalWorkerId: 'W-157', email: 'jamal.carter@acme.com', learnerId: null, name: 'Jamal Carter', site: 'Riverside Plant', role: 'Facilities Technician', groups: ['Maintenance'], active: true },
  { externalWorkerId: 'W-158', email: 'malia.tau@acme.com', learnerId: 'L-4106', name: 'Malia Tau', site: 'Riverside Plant', role: 'Warehouse Associate', groups: ['Warehouse'], active: true },
  { externalWorkerId: 'W-159', email: 'piotr.wojcik@acme.com', learnerId: 'L-4113', name: 'Piotr Wójcik', site: 'Riverside Plant', role: 'Survey Technician', groups: ['Maintenance'], active: true },
  { externalWorkerId: 'W-160', email: 'noor.siddiqui@acme.com', learnerId: 'L-4120', name: 'Noor Siddiqui', site: 'Riverside Plant', role: 'Procurement Manager', groups: ['Office', 'Site Leadership'], active: true },
];
