#include "snapshot/bounds.h"

namespace article::test {

namespace {

struct Part {
  const char* name;
  std::string_view once;
};

constexpr Part kParts[] = {
    {"dates", "7 November 2019 11:55\n"},
    {"bylines", "By Ada Marr\n"},
    {"names", "Ada Marr, Bea Sorel and Cem Morel, "},
    {"titles", "Bridge tolls rise again in Brenford\n"},
    {"timed titles", "12:31\nBridge tolls rise again in Brenford\nEconomy\n"},
    {"tags", "ferries, "},
    {"labels", "(PHOTO) "},
    {"headings", "Related news\n"},
    {"quotations", "\xE2\x80\x9CWe won,\xE2\x80\x9D said Marr, and "},
    {"open quotes", "\xE2\x80\x9C"},
    {"straight quotes", "\"no\" "},
    {"brackets", "(so "},
    {"closing brackets", ") "},
    {"dots", "."},
    {"digits", "1"},
    {"letters", "a"},
    {"capitals", "A"},
    {"words", "rain "},
    {"sentences", "It rained. "},
    {"abbreviations", "Mr. "},
    {"initials", "J. "},
    {"names in a row", "Ada "},
    {"ideographs", "\xE7\x9F\xB3"},
    {"hangul", "\xEA\xB0\x95"},
    {"blank lines", "\n"},
    {"blanks", " "},
    {"combining marks", "e\xCC\x81\xCC\x81"},
    {"carriage returns", "rain\r\n"},
    {"dashes", "-"},
    {"copyrights", "\xC2\xA9 2019 Brenford Courier. All rights reserved.\n"},
    {"menu", "Home | Economy | "},
    {"breadcrumbs", "Home > "},
    {"times", "12:31 "},
    {"number words", "two hundred "},
    {"weekdays", "Monday "},
    {"months", "May "},
    {"amounts", "3 days and "},
    {"ranges", "1-"},
    {"zones", "12:31 UTC+4 (GMT) "},
    {"addresses", "https://example.org/a "},
    {"handles", "@ada.marr "},
    {"captions", "Photo: Ada Lens\n"},
    {"read more", "Read more: Bridge tolls rise again\n"},
    {"wrapped lines", "the line was closed when a storm broke two of the three old piers and\n"},
    {"list marks", "1. Open it. 2. Read it. "},
    {"cues", "he said that she said "},
    {"joins", "and "},
    {"hashes", "# "},
    {"wide letters", "\xF0\x90\x8C\xB0"},
    {"place", "BRENFORD, Norland "},
    {"tabs", "rain\tsnow\t"},
    {"promotions", "Follow us on our channels\n"},
    {"comments", "Comments (3)\n"},
};

constexpr size_t kTimes[] = {1,  2,  3,  4,  5,   6,   7,   8,   9,   10,  11,  12,  13,  15,  16,  17,
                             20, 21, 24, 25, 30,  31,  32,  33,  40,  41,  48,  49,  60,  61,  63,  64,
                             65, 80, 96, 97, 100, 120, 121, 128, 129, 160, 161, 200, 201, 255, 256, 257};

constexpr std::string_view kHeadline = "Ferry line between Brenford and Ostrava Bay opens after nine years\n";
constexpr std::string_view kBody =
    "By Mara Ilvent\nNovember 7, 2019 11:55\n\n"
    "BRENFORD, Norland, Nov. 7 (Korva) - The ferry line between Brenford and Ostrava Bay opened on Thursday after nine "
    "years of repairs, the Ministry of Harbours said in a statement that was read out on the pier.\n\n"
    "Boats leave every Monday and Friday from seven. A return ticket costs 12.50 crowns, the operator wrote.\n";
constexpr std::string_view kTail =
    "\nTags: ferries\nRelated news\nBridge tolls rise again in Brenford\nGuild asks for a second pier\n";

std::string page_with(std::string_view once, size_t times, size_t place) {
  std::string part;
  for (size_t i = 0; i < times; ++i) {
    part.append(once);
  }
  part.append("\n");
  std::string page;
  page.append(place == 0 ? part : "").append(kHeadline).append(place == 1 ? part : "");
  page.append(kBody).append(place == 2 ? part : "").append("\nLast year more than a million people crossed ");
  page.append(place == 3 ? part : "the bay.\n").append(kTail).append(place == 4 ? part : "");
  return page;
}

}  // namespace

void each_bound(const TextReader& read) {
  for (const Part& part : kParts) {
    for (size_t i = 0; i < std::size(kTimes); ++i) {
      read({part.name, "", page_with(part.once, kTimes[i], i % 5)});
    }
  }
  const auto line_of = [&](const char* name, std::string_view once, size_t bytes) {
    std::string line;
    while (line.size() + once.size() <= bytes) {
      line.append(once);
    }
    line.append(bytes - line.size(), 'a');
    read({name, "", std::string(kHeadline) + std::string(kBody) + line + "\n" + line + "\n"});
  };
  for (const size_t bytes : {479U, 480U, 481U, 65534U, 65535U, 65536U, 65537U}) {
    line_of("long lines", "rain and snow, ", bytes);
    line_of("long lines", "\xF0\x90\x8C\xB0", bytes);
  }
}

}  // namespace article::test
