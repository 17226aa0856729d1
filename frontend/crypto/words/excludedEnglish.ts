/*
 * English BIP-39 words that must not be among anybody's return words.
 *
 * The reader may have had the worst shift of their life an hour ago. Nothing here should sound like what happened
 * (harm, illness, hospital), like a judgement of them (blame, failure, law), like despair, like a substance, or like a
 * label for a person or a body. A word with a second, harmless meaning still goes: the reader meets the first one.
 * Gone too are words that a seeker's screen never shows (case, ticket, token, wave, decline, submit).
 * A new exclusion changes only words made from then on; words in use keep working, because deriving keys from a phrase
 * does not look at this list. At least 1,855 words must remain (76 bits for seven): a test counts.
 */
export const excludedEnglish = `
  abandon abuse accident accuse addict afraid alarm alcohol alone anger angry anxiety apology arrest assault asthma
  attack audit baby betray birth bitter blade blame bleak blind blood bomb broken bullet burden burst case chaos chest
  chronic cliff clinic code crash crazy crime cruel crush cry damage danger decline defense demise denial deny despair
  destroy disease disorder divorce doctor dose drink dumb dwarf enemy error evidence evil exhaust expire faint fall
  fat fatal fatigue fault fever fragile fury gasp gloom gown grief guilt gun harsh hazard horror hospital hurt ill
  illegal illness infant inflict inhale inject injury inmate innocent inquiry insane isolate judge jump kidney knife
  lab law lawsuit lazy legal liar lonely mad mercy misery mistake monitor monster nasty negative neglect nerve nuclear
  nurse organ orphan oxygen panic patient penalty pig pill pistol police poverty prison pulse punch razor refuse
  regret reject report rifle riot risk sad sadness scare scissors scrub shock shoot sick siege skull slam sorry
  struggle stumble submit suffer suspect sword symptom ticket tired tobacco token tragic trap trial trigger trouble
  tube ugly unable unfair unhappy useless vicious virus vital warfare waste wave weapon weird worry wreck wrist wrong
`;
