// Forms that are filled with the words of a language (words.h): expressions of time, lines and sentences of news.
#pragma once

#include <string_view>

namespace article::test {

constexpr std::string_view kDateForms[] = {
    "{d} {month} {y}",
    "{weekday}, {d} {month} {y}, {hh}:{mi}",
    "{month} {d}, {y}",
    "{month} {d}",
    "{d}{day_suffix} {month} {y}",
    "{month} {y}",
    "{month}",
    "{weekday}",
    "{weekday} {hh}:{mi}",
    "{dd}.{mm}.{y} {hh}:{mi}",
    "{mm}/{dd}/{yy}",
    "{y}-{mm}-{dd} {hh}:{mi}:{mi}",
    "{d}. {month}",
    "{d}-{d} {month} {y}",
    "{month}-{month} {y}",
    "{range} {d} {range} {d} {month}",
    "{range} {weekday} {range} {weekday}",
    "{range} {hh}:{mi} {range} {hh}:{mi}",
    "{range} {y} {range} {y}",
    "{y}-{yy}",
    "{y}s",
    "{n} {unit} {past_after}",
    "{number} {unit} {past_after}",
    "{past_before} {n} {unit}",
    "{past_before} {number} {unit}",
    "{n} {unit} {future_after}",
    "{future_before} {number} {unit}",
    "{relative}",
    "{n} {unit}",
    "{number} {unit} {n} {unit}",
    "{number} {number} {unit}",
    "{day}",
    "{day} {daypart}",
    "{day} {hh}:{mi}",
    "{daypart} {day}",
    "{weekday} {daypart}",
    "{daypart}",
    "{now}",
    "{period}",
    "{modifier} {unit}",
    "{modifier} {weekday}",
    "{weekday} {modifier}",
    "{unit} {modifier}",
    "{modifier} {month}",
    "{modifier} {n} {unit}",
    "{modifier} {season}",
    "{ordinal} {weekday} {glue} {month} {y}",
    "{ordinal} {unit} {glue} {y}",
    "{ordinal} {month}",
    "{part} {month}",
    "{part} {y}",
    "{part} {unit} {y}",
    "{season} {y}",
    "{season}",
    "{holiday}",
    "{holiday} {y}",
    "{day} {holiday}",
    "{d} {month} {n} {era}",
    "{y} {era}",
    "{era}{n}{unit}",
    "{hh} {clock}",
    "{hh}{clock}{mi}",
    "{hh}{clock}{mi}{clock}",
    "{number} {clock}",
    "{h} {ampm}",
    "{h}:{mi} {ampm}",
    "{ampm} {h}:{mi}",
    "{ampm}{h}{clock}",
    "{fraction} {number}",
    "{fraction} {clock_link} {number}",
    "{number} {clock_link} {fraction}",
    "{n} {clock_link} {number} {ampm}",
    "{h} {daypart}",
    "{hh}:{mi} {zone}",
    "{hh}:{mi} UTC+{h}",
    "{hh}.{mi}",
    "{set} {weekday}",
    "{set} {unit}",
    "{set} {n} {unit}",
    "{set}",
    "{n} {unit} {link} {d} {month} {y}",
    "{number} {unit} {link} {holiday}",
    "{link} {hh}:{mi}",
    "{glue} {d} {glue} {month}",
    "{glue} {d} {glue} {month} {glue} {y}",
    "{glue} {weekday} {glue} {hh}:{mi}",
    "{glue} {y}",
    "{day} {glue} {hh} {clock}",
    "{weekday}, {month} {d}",
    "{weekday} {day} {hh}{clock}",
    "{y}{unit}{n}{unit}{d}{unit}",
    "Q{season} {y}",
    "{fraction} {unit}",
    "{number} {glue} {fraction} {unit} {past_after}",
    "{not_date}",
    "{hh}:{mi}-{hh}:{mi}",
    "{d}/{mm}/{y} - {d}/{mm}/{y}",
    "{d}, {d} {glue} {d} {month}",
};

// Sentences with somebody who says something, names, abbreviations and lists.  What a language has no words for is left
// out.
constexpr std::string_view kSentenceForms[] = {
    "\xE2\x80\x9C{sentence_starter} {stopword} {stopword} {n} {stopword},\xE2\x80\x9D {cue_verb} {person_title} "
    "{given_name} {place_name}.",
    "\"{stopword} {stopword} {stopword} {stopword} {stopword} {stopword},\" {cue_verb} {given_name} {given_name}, "
    "{role_title}. \"{stopword} {stopword} {stopword}.\"",
    "\xC2\xAB{stopword} {stopword} {stopword} {stopword} {stopword}\xC2\xBB, {cue_verb} {org_name}.",
    "\xE2\x80\x9E{stopword} {stopword} {stopword} {stopword}\xE2\x80\x9C, {cue_verb} {person_title} {given_name}.",
    "\xE3\x80\x8C{stopword}{stopword}{stopword}{stopword}\xE3\x80\x8D{cue_verb}\xE3\x80\x82",
    "{given_name} {name_particle} {given_name} {cue_verb}: \"{stopword} {stopword} {stopword} {stopword}.\"",
    "{given_name} {given_name}, {person_title} {org_word} {place_name}, {cue_verb} {complementizer} {stopword} "
    "{stopword} "
    "{d} {month} {stopword}.",
    "{cue_phrase} {given_name} {given_name}, {stopword} {stopword} {stopword} {stopword}.",
    "{cue_phrase} {org_word}, {stopword} \"{stopword} {stopword}\" {stopword}.",
    "{pronoun} {auxiliary} {cue_verb} {complementizer} {stopword} {stopword} {stopword}.",
    "{pronoun} {cue_verb} {stopword} {stopword}: {stopword} {stopword}?",
    "{sentence_starter} {stopword} {n}.{mi} {unit} {stopword} {abbreviation}. {given_name} {stopword}! {stopword}?",
    "{sentence_starter} {abbreviation}. {n}, {abbreviation}. {stopword} {stopword} {abbreviation}. {sentence_starter} "
    "{stopword}.",
    "{place_preposition} {place_name} {stopword} {stopword}, {weekday} {day}, {number} {unit} {past_after}, "
    "{stopword}.",
    "{determiner} {nationality} {person_title} {given_name} J. K. {given_name} {stopword} {given_name} {org_suffix}. "
    "{stopword} {stopword}.",
    "{determiner} {cue_noun} {stopword} {place_word} {place_name} ({org_name}) {stopword} {stopword}... {stopword}.",
    "1. {stopword} {stopword}; 2. {stopword} {stopword}; a) {stopword} {stopword}.",
    "{sentence_starter} {stopword} {stopword} {given_name} {name_join} {given_name} {stopword}, {cue_verb} "
    "{determiner} {role_title}.",
    "\xE2\x80\x98{stopword} {stopword} {stopword},\xE2\x80\x99 {pronoun} {cue_verb}. \xE2\x80\x98{stopword} "
    "\xE2\x80\x9C{stopword} {stopword}\xE2\x80\x9D {stopword}.\xE2\x80\x99",
    "{stopword} {stopword} {stopword} {stopword} {stopword} {stopword} {stopword} {stopword} {stopword} {stopword}.",
};

// Above the prose, in the order of the page.
constexpr std::string_view kHeadForms[] = {
    "{navigation}\n{navigation}\n{section}\n{section}\n{navigation}",
    "{section}",
    "{given_name} {stopword} {stopword} {section} {stopword} {stopword}",
    "{stopword} {stopword} {stopword} {section} {stopword} {stopword} {stopword} {n} {stopword} {stopword}",
    "{byline} {given_name} {given_name}",
    "{published} {d} {month} {y} {hh}:{mi}",
    "{caption} {stopword} {stopword} {stopword} {stopword}",
    "{reading_time}",
};
constexpr std::string_view kOtherHeadForms[] = {
    "{hh}:{mi} {d} {month} {y}",
    "{label}: {stopword} {section} {stopword} {stopword} {stopword} {stopword}",
    "{byline} {given_name} {given_name}, {given_name} {given_name} {name_join} {given_name} {given_name}, {role_title}",
    "{updated} {weekday}, {dd}.{mm}.{y} {hh}:{mi} | {published} {dd}.{mm}.{y}",
    "{given_name} {given_name}\n{role_title}",
    "{promotion}",
    "{keywords}: {section}, {stopword}, {place_name}",
};

// Below and between.
constexpr std::string_view kTailForms[] = {
    "{read_more} {stopword} {stopword} {section} {stopword}",
    "{promotion}",
    "{byline} {given_name} {given_name}",
    "{end_mark}",
    "{keywords}: {section}, {section}, {given_name} {given_name}",
    "{attribution} {org_name}",
    "{copyright} {y}",
    "{list_heading}",
};
// Items of the lists.
constexpr std::string_view kItemForms[] = {
    "{given_name} {stopword} {stopword} {stopword} {stopword} {section}\n{hh}:{mi}",
    "{label}: {stopword} {stopword} {stopword} {stopword} {stopword}\n{section} {d} {month} {hh}:{mi}",
    "{hh}:{mi}\n{stopword} {section} {stopword} {stopword} {stopword}",
    "{stopword} {stopword} {stopword} {stopword} {section} ({label})\n{n} {unit} {past_after}",
    "{section} | {stopword} {stopword} {stopword} {given_name} {stopword}",
    "{hh}:{mi} {stopword} {stopword} {stopword} {stopword} {section}",
};
constexpr std::string_view kLastForms[] = {"{comments}", "{cookie}", "{advertisement}", "{navigation}"};

}  // namespace article::test
