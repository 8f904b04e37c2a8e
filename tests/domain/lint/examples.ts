import type { FieldTexts, NoteType } from '../../../src/domain/content/note-type.ts';
import type { FieldId, NoteTypeId } from '../../../src/kernel/ids.ts';
import type { RuleId } from '../../../src/domain/lint/rules.ts';
import { basic, cloze, note, reversed, stock, type Written } from './notes.ts';

/** A type of three cards that show what the others ask for. */
const DRUG: NoteType = {
  ...stock('basic'),
  id: 'drug' as NoteTypeId,
  fields: ['Drug', 'Target', 'Use', 'Source'].map((name) => ({ id: name as FieldId, name })),
  templates: [
    { slot: 1, name: 'Target', front: 'What does {{Drug}} block?', back: '{{Target}}' },
    {
      slot: 2,
      name: 'Use',
      front: 'What is {{Drug}}, which blocks {{Target}}, used for?',
      back: '{{Use}}',
    },
  ],
  sortFieldId: 'Drug' as FieldId,
};
const PAIR: NoteType = {
  ...DRUG,
  templates: [
    { slot: 1, name: 'Target', front: 'What does {{Drug}} block?', back: '{{Target}}' },
    { slot: 2, name: 'Use', front: 'What is {{Drug}} used for?', back: '{{Use}}' },
    { slot: 3, name: 'Drug', front: 'Which drug blocks {{Target}}?', back: '{{Drug}}' },
  ],
};
const drug = (type: NoteType, Drug: string, Target: string, Use: string): Written => ({
  type,
  fields: { Drug, Target, Use, Source: 'BNF' } as FieldTexts,
});
const words = (count: number): string => 'some more words of a long passage '.repeat(count / 7 + 1);

interface Examples {
  readonly bad: readonly Written[];
  readonly good: readonly Written[];
}

/** Notes that only this rule has something to say about, and notes like them that no rule has. */
export const EXAMPLES: Readonly<Record<RuleId, Examples>> = {
  CR1: {
    bad: [
      basic(
        'How does heparin work?',
        'Heparin binds to antithrombin and changes its shape, so that it inactivates thrombin and factor Xa about a thousand times faster than it would do alone.',
      ),
      basic(
        'What is the course of the vagus nerve in the neck?',
        'It leaves the skull through the jugular foramen and runs down in the carotid sheath behind and between the internal jugular vein and the carotid artery.',
      ),
      cloze(
        'In asthma, {{c1::the smooth muscle of the bronchi contracts too easily in answer to many different stimuli}}.',
      ),
      cloze(
        'Nitrates help in angina because they {{c1::widen the veins and so lower the filling pressure and the work of the heart}}.',
      ),
      reversed(
        'Nephrotic syndrome',
        'A state in which the glomeruli leak so much protein into the urine that albumin in the blood falls and water collects in the tissues of the body',
      ),
    ],
    good: [
      basic('How does heparin work?', 'It activates antithrombin'),
      basic(
        'Why does furosemide cause hypokalaemia?',
        'More sodium reaches the collecting duct, where it is exchanged for potassium',
      ),
      cloze('In asthma, the {{c1::smooth muscle}} of the bronchi contracts too easily.'),
      basic(
        'Which equation gives the anion gap?',
        '\\(\\text{Na}^+ - (\\text{Cl}^- + \\text{HCO}_3^-)\\)',
      ),
      basic('What is preload?', 'The stretch of the ventricle at the end of filling', {
        extra: words(100),
      }),
    ],
  },
  CR2: {
    bad: [
      basic(
        `A woman of 62 comes to the clinic. ${words(80)} Which test comes first?`,
        'Echocardiography',
      ),
      cloze(`${words(60)} The first test is {{c1::echocardiography}}.`),
      basic(`${words(91)} What is the diagnosis?`, 'Sarcoidosis'),
      cloze(`Renin is made in the {{c1::juxtaglomerular cells}}. ${words(63)}`),
    ],
    good: [
      basic(
        'A man of 70 who smokes has had painless haematuria for two weeks. Ultrasound of the kidneys is normal. Which examination comes next?',
        'Cystoscopy',
      ),
      basic(
        'A child of 3 with a barking cough and stridor at night has no fever and is playing between the fits. Which drug is given once by mouth?',
        'Dexamethasone',
      ),
      cloze(
        'Where the portal pressure is high, blood finds its way through veins around the {{c1::oesophagus}}, which swell and may bleed.',
      ),
      basic('Which valve is heard best at the apex?', 'The mitral valve', { extra: words(120) }),
    ],
  },
  CR3: {
    bad: [
      basic(
        'Which drugs lower mortality in heart failure?',
        'ACE inhibitors, beta blockers and spironolactone',
      ),
      basic('List the causes of clubbing', 'Lung cancer and others'),
      basic(
        'Name three causes of acute pancreatitis',
        'Gallstones, alcohol, hypertriglyceridaemia',
      ),
      basic('What are the four parts of the tetralogy of Fallot?', 'See the drawing'),
      cloze('Cushing’s triad is {{c1::hypertension, bradycardia and irregular breathing}}.'),
      cloze(
        'In primary hyperparathyroidism PTH is {{c1::high}}, calcium {{c1::raised}} and phosphate {{c1::low}}.',
      ),
      basic(
        'Which signs does Horner syndrome have?',
        '<ul><li>Ptosis</li><li>Miosis</li><li>Anhidrosis</li></ul>',
      ),
      basic('Which factors depend on vitamin K?', 'II, VII, IX and X'),
    ],
    good: [
      basic('Which roots form the long thoracic nerve?', 'C5, C6 and C7'),
      basic('What do the cells of Ewing sarcoma look like?', 'Small, round, blue cells'),
      basic('Name the nerve that supplies the deltoid', 'The axillary nerve'),
      basic('What is the normal platelet count at its lowest?', '150,000 per microlitre'),
      cloze('In primary hyperparathyroidism PTH is {{c1::high}} and phosphate {{c2::low}}.'),
      basic(
        'Where does the radial nerve lie at risk?',
        'In the spiral groove, behind the humerus, in fractures',
      ),
      basic(
        'Which two drugs are given for latent tuberculosis over three months?',
        'Isoniazid and rifampicin',
      ),
      basic('List one cause of a raised anion gap in diabetes', 'Ketoacidosis'),
    ],
  },
  CR4: {
    bad: [
      basic('Is the pulse in aortic regurgitation bounding?', 'It is'),
      basic('Does metformin cause hypoglycaemia by itself?', 'No'),
      basic('In pregnancy, can warfarin be given?', 'Only after the first trimester'),
      basic('What does a normal ECG rule out?', 'No, a myocardial infarction is still possible'),
      cloze('A negative D-dimer rules out thrombosis in low-risk patients: {{c1::true}}.'),
      basic('A child has measles. Should vitamin A be given?', 'It should'),
      basic('Is calcium in tumour lysis raised or lowered?', 'Lowered'),
      basic(
        'Is it the afferent or the efferent arteriole that ACE inhibitors widen?',
        'The efferent',
      ),
    ],
    good: [
      basic(
        'Why is the pulse in aortic regurgitation bounding?',
        'Because the pulse pressure is wide',
      ),
      basic('What effect does metformin have on weight?', 'No change'),
      basic('Which lumen of an aortic dissection is usually larger?', 'False'),
      basic('Which effect has metformin on weight?', 'No effect'),
      basic('Can you name the antidote to paracetamol?', 'Acetylcysteine'),
      basic(
        'Is calcium in tumour lysis raised or lowered, and why?',
        'Lowered, because phosphate binds it',
      ),
      basic('Was ist die häufigste Ursache der Mitralstenose?', 'Rheumatisches Fieber'),
      basic('Was bedeutet Hämatemesis?', 'Bluterbrechen'),
    ],
  },
  CR5: {
    bad: [
      basic('Which valve does mitral stenosis narrow?', 'The mitral one'),
      basic('What is the treatment of iron deficiency with oral iron?', 'Oral iron'),
      cloze(
        '{{c1::Aspirin}} irreversibly blocks COX; the effect of aspirin lasts as long as the platelet.',
      ),
      cloze('The {{c1::phrenic nerve}} supplies the diaphragm, so a cut phrenic nerve raises it.'),
      basic('Which is more active, T3 or T4?', 'T3'),
    ],
    good: [
      basic(
        'Which hepatitis virus is spread by food and never becomes chronic?',
        'Hepatitis A virus',
      ),
      basic('Which vitamin does night blindness point to?', 'Vitamin A'),
      basic('Which wave of the jugular pulse is lost in atrial fibrillation?', 'The a wave'),
      basic(
        'To which side does the tongue deviate in a lesion of the left hypoglossal nerve?',
        'To the left',
      ),
      cloze('The {{c1::left}} ventricle is thicker than the right; both fill in diastole.'),
      basic('How does furosemide change potassium in the blood?', 'Lowers it'),
      cloze('Stage {{c1::3}} of chronic kidney disease begins at a GFR below 60 for 3 months.'),
    ],
  },
  CR6: {
    bad: [
      cloze('{{c1::Aspirin}} blocks COX in platelets. After bleeding, {{c2::aspirin}} is stopped.'),
      cloze(
        'The {{c1::axillary nerve}} runs round the humerus; {{c2::the axillary nerve}} supplies the deltoid.',
      ),
      drug(DRUG, 'Losartan', 'angiotensin receptors', 'Hypertension'),
      drug(DRUG, 'Omeprazole', 'the proton pump', 'Reflux'),
    ],
    good: [
      cloze('{{c1::Aspirin}} blocks COX in platelets. After bleeding, {{c1::aspirin}} is stopped.'),
      cloze('The {{c1::axillary nerve}} runs round the {{c2::humerus}}.'),
      drug(PAIR, 'Losartan', 'angiotensin receptors', 'Hypertension'),
      reversed('Omeprazole', 'Proton pump inhibitor'),
      cloze('{{c1::The {{c2::left}} ventricle}} pumps into the aorta.'),
    ],
  },
  CR7: {
    bad: [
      cloze(
        'The nerve to the deltoid is the {{c1::axillary nerve::the axillary nerve, which root?}}.',
      ),
      cloze('Omeprazole blocks the {{c1::proton pump::which proton pump}} of the parietal cells.'),
      cloze('The drug of choice in absence seizures is {{c1::ethosuximide::ethosux}}.'),
      cloze('Iron is absorbed in the {{c1::duodenum::part of the duodenum}}.'),
    ],
    good: [
      cloze('The nerve to the deltoid is the {{c1::axillary nerve::which nerve}}.'),
      cloze('In hyperaldosteronism potassium is {{c1::low::low or high}}.'),
      cloze('The drug of choice in absence seizures is {{c1::ethosuximide::e…}}.'),
      cloze('Iron is absorbed in the {{c1::duodenum::part of the gut}}.'),
      cloze('In {{c1::1928::which year}} the first antibiotic was found.'),
    ],
  },
  CR8: {
    bad: [
      basic('What is the cause of scurvy? How is it treated?', 'Lack of vitamin C, by giving it'),
      basic(
        'Which nerve is hurt in a fracture of the fibular neck and what is the sign?',
        'Common fibular nerve: foot drop',
      ),
      basic('When and how is folic acid given in pregnancy?', 'By mouth until week 12'),
      basic(
        'What are the cause and the treatment of cystitis?',
        'Bacteria from the gut; nitrofurantoin',
      ),
      basic('Where is bile made and where is it stored?', 'Liver; gallbladder'),
    ],
    good: [
      basic('What is the cause of scurvy?', 'Lack of vitamin C'),
      basic('What are the signs and symptoms of cholinergic crisis summed up as?', 'SLUDGE'),
      basic(
        'Which nerve runs behind the medial epicondyle and supplies the hypothenar muscles?',
        'The ulnar nerve',
      ),
      basic('Which enzyme joins acetate and choline?', 'Choline acetyltransferase'),
      basic('Natalizumab (what is its target?)', 'Integrin alpha 4'),
      basic(
        'What happens to preload when a patient stands up and blood pools in the legs?',
        'It falls',
      ),
    ],
  },
  CR9: {
    bad: [
      basic('What does TAPVR lead to in the newborn?', 'Cyanosis'),
      cloze('In PKAN, iron collects in the {{c1::globus pallidus}}.'),
      basic('Which drug is given in QZX crisis?', 'Hydrocortisone'),
      basic('Which vessels does the WKL approach spare?', 'The gastroepiploic vessels'),
    ],
    good: [
      basic('Which ECG change does hyperkalaemia show first?', 'Tall T waves'),
      cloze(
        'In PKAN (pantothenate kinase-associated neurodegeneration), iron collects in the {{c1::globus pallidus}}.',
      ),
      basic('What does TAPVR stand for?', 'Total anomalous pulmonary venous return'),
      basic('Which repeat is expanded in Huntington disease: CAG or CGG, in exon I?', 'The first'),
      basic('Where does HLA-B27 matter most?', 'Ankylosing spondylitis'),
      basic('Which drug should NOT be given in asthma?', 'A beta blocker'),
      basic('What do NSAIDs do to renal prostaglandins?', 'They lower them'),
      cloze('In total anomalous pulmonary venous return, TAPVR may be {{c1::obstructed}}.'),
    ],
  },
  CR10: {
    bad: [
      basic('What does it do?', 'It blocks the sodium channel'),
      basic('When is this given?', 'At night'),
      basic('Which drug treats this condition?', 'Colchicine'),
      cloze('It is caused by {{c1::Borrelia burgdorferi}}.'),
      basic('How do they act?', 'By binding to tubulin'),
    ],
    good: [
      basic('What does digoxin do to the cells of the heart?', 'It blocks the sodium pump'),
      basic(
        'Why is it important to give thiamine before glucose?',
        'To prevent Wernicke encephalopathy',
      ),
      basic('<img src="xray.png" alt="chest film">What is this?', 'A pneumothorax'),
      basic('How long does it take for warfarin to act?', 'About three days'),
      cloze('It takes {{c1::six}} weeks for an antidepressant to act.'),
      basic('In Lyme disease, which organism causes it?', 'Borrelia burgdorferi'),
      basic('This nerve lies in the spiral groove. Which one?', 'The radial nerve'),
    ],
  },
  CR11: {
    bad: [
      basic('What about the spleen in portal hypertension?', 'Enlarged'),
      basic('Tell me about digoxin', 'A cardiac glycoside from foxglove'),
      basic('Aorta', 'The largest artery of the body'),
      basic('Natalizumab?', 'An antibody against integrin alpha 4'),
      basic('How about beta blockers in asthma?', 'Contraindicated'),
    ],
    good: [
      basic('How large is the spleen in portal hypertension?', 'Enlarged'),
      basic('Virchow’s triad', 'Stasis and two other things that make blood clot'),
      basic('Lasix', 'Furosemide'),
      basic('Mechanism of aspirin', 'Irreversible acetylation of cyclooxygenase in platelets'),
      reversed('Aorta', 'The largest artery of the body'),
      basic('Define preload', 'The stretch of the ventricle at the end of filling'),
      basic('Murmur: aortic stenosis', 'A rough systolic murmur at the right edge of the sternum'),
    ],
  },
  CR12: {
    bad: [
      basic('Which of the following does not cause hyperkalaemia?', 'Furosemide'),
      basic('All of these are signs of liver failure except', 'Exophthalmos'),
      basic('Which drug is not an ACE inhibitor?', 'Losartan'),
      basic('Which vessel isn’t part of the circle of Willis?', 'The superior cerebellar artery'),
    ],
    good: [
      basic(
        'Which diuretic raises potassium by blocking the aldosterone receptor?',
        'Spironolactone',
      ),
      basic(
        'Which form of diabetes insipidus does not respond to desmopressin?',
        'The nephrogenic form',
      ),
      basic('Which antibody class does not cross the placenta and is a pentamer?', 'IgM'),
      basic('Why is aspirin not given to children with a fever?', 'Because of Reye syndrome'),
      basic('Which drug must not be given with nitrates?', 'Sildenafil'),
    ],
  },
  CR13: {
    bad: [
      cloze('{{c1::Aorta}}'),
      cloze('{{c1::Mitral stenosis::a valve}}.'),
      cloze('<b>{{c1::Preload}}</b>: {{c1::end-diastolic stretch}}'),
      cloze('({{c1::Troponin}})'),
      cloze('<!--{{c1::}}'),
    ],
    good: [
      cloze('The largest artery is the {{c1::aorta}}.'),
      cloze('{{c1::Troponin}} marks myocardial damage.'),
      cloze('<img src="film.png" alt="chest film"> {{c1::Pneumothorax}}'),
      cloze('{{c1::Preload}}: {{c2::end-diastolic stretch}}'),
    ],
  },
  CR14: {
    bad: [
      cloze('The vagus nerve leaves the skull {{c1::by}} the jugular foramen.'),
      cloze('Insulin {{c1::is}} made in the beta cells.'),
      cloze('Bile is stored {{c1::in}} the gallbladder.'),
      cloze('{{c2::Renin}} turns angiotensinogen {{c1::to}} angiotensin I.'),
    ],
    good: [
      cloze('Metformin is taken {{c1::with}} meals.'),
      cloze('Night blindness points to a lack of vitamin {{c1::A}}.'),
      cloze('The ureter passes {{c1::under::over or under}} the uterine artery.'),
      cloze('Hepatitis A does {{c1::not}} become chronic.'),
      cloze('Steht eine Anämie {{c1::in}} der Diagnose, ist der Eisenwert zu prüfen.'),
    ],
  },
  CR15: {
    bad: [8, 9, 12, 20].map((count) =>
      cloze(
        Array.from(
          { length: count },
          (_, index) => `{{c${index + 1}::organ${'abcdefghijklmnopqrstuvwxyz'[index]}x}}`,
        ).join(' then '),
      ),
    ),
    good: [
      cloze('{{c1::Blood}} flows from the {{c2::right atrium}} to the {{c3::right ventricle}}.'),
      note('occlusion', {
        occlusion: Array.from(
          { length: 12 },
          (_, index) =>
            `{{c${index + 1}::image-occlusion:rect:left=.${index + 10}:top=.2:width=.3:height=.1:oi=1}}<br>`,
        ).join(''),
        image: '<img src="brain.png" alt="brain from below">',
      }),
      cloze('The {{c1::left}} ventricle, the {{c1::left}} atrium.'),
      cloze(
        'Of {{c1::four}} valves, {{c2::two}} have {{c3::chordae}}, and {{c4::one}} has {{c5::two cusps}}.',
      ),
    ],
  },
  CR16: {
    bad: [
      basic('Which valve is heard best at the apex?', 'The mitral valve', { source: '' }),
      cloze('The {{c1::aorta}} is the largest artery.', { source: '<br>' }),
      note('reversed', { front: 'Aorta', back: 'Largest artery', source: ' &nbsp; ' }),
      note('occlusion', {
        occlusion: '{{c1::image-occlusion:rect:left=.1:top=.2:width=.3:height=.1}}',
        image: '<img src="brain.png" alt="brain from below">',
        source: '',
      }),
    ],
    good: [
      basic('Which valve is heard best at the apex?', 'The mitral valve', {
        source: 'Bates, chapter 9',
      }),
      cloze('The {{c1::aorta}} is the largest artery.', {
        source: '<img src="page.png" alt="page 3">',
      }),
      note('basic', { source: '' }),
      {
        type: { ...stock('basic'), fields: stock('basic').fields.slice(0, 2) },
        fields: {
          front: 'Which valve is heard best at the apex?',
          back: 'The mitral valve',
        } as FieldTexts,
      },
    ],
  },
  CR17: {
    bad: [1, 0.97, 0.93, 0.9].map((nearest) => ({
      ...basic('Which nerve supplies the deltoid?', 'The axillary nerve'),
      nearest,
    })),
    good: [0.89, 0.8, 0.5, 0].map((nearest) => ({
      ...basic('Which nerve supplies the deltoid?', 'The axillary nerve'),
      nearest,
    })),
  },
  CR18: {
    bad: [
      basic('What is preload?', 'End-diastolic stretch', { extra: words(320) }),
      basic('What is preload?', words(400)),
      cloze(`The {{c1::aorta}} is wide. ${words(500)}`),
      basic('What is preload?', 'End-diastolic stretch', { extra: '漢'.repeat(5000) }),
    ],
    good: [
      basic('What is preload?', 'End-diastolic stretch', { extra: words(200) }),
      basic('What is preload?', 'End-diastolic stretch', { extra: `<b>${words(250)}</b>` }),
      basic('What is preload?', 'End-diastolic stretch', {
        extra: `<span style="${'color: red; '.repeat(600)}">A word</span>`,
      }),
      cloze('The {{c1::aorta}} is wide.', { extra: words(150) }),
    ],
  },
  CR19: {
    bad: [
      basic('What is this?<img src="film.png">', 'A pneumothorax'),
      basic('Which sign is seen in the film?', 'Air under the diaphragm <IMG src=a.png>'),
      cloze('The {{c1::aorta}} <img src="a.png" title="aorta"> is wide.'),
      basic('Which nerve supplies the deltoid?', 'The axillary nerve', {
        extra: '<img src="a.png" alt="plexus"><img src="b.png">',
      }),
    ],
    good: [
      basic('What is this?<img src="film.png" alt="chest film">', 'A pneumothorax'),
      basic('Which nerve supplies the deltoid?', 'The axillary nerve', {
        extra: '<img alt="" src=line.png>',
      }),
      basic('What does &lt;img&gt; show in HTML?', 'A picture'),
      basic('Which sound is this? [sound:s3.mp3]', 'A third heart sound'),
    ],
  },
};
