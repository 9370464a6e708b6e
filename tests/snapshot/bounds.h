// Pages in which one thing stands many times: as often as the tables of the readers have room for, once less and once
// more.
#pragma once

#include "snapshot/texts.h"

namespace article::test {

void each_bound(const TextReader& read);

}  // namespace article::test
