// An invented article of three paragraphs, a line each, and its headline.
#pragma once

namespace article::test {

inline constexpr const char* kStory =
    "The harbour council agreed on a ferry line that the town had waited for since the old bridge was closed, "
    "according to the ministry of transport.\n"
    "The first boat would leave before the end of spring, said Jana Torvik, who heads the council, and the fares would "
    "stay what they were when the bridge was open.\n"
    "Nobody on the quay had expected the vote to be so clear, and the shops there closed early to celebrate.\n";
inline constexpr const char* kTitle = "Harbour council agrees on new ferry line after years of talks\n";

}  // namespace article::test
