// The invented article of docs/example.txt.
"use strict";

const EXAMPLE = `Home
World
Business
Sport
Harbour bridge in Port Alma reopens after nine months
Repairs cost 18 million euros, twice as much as planned
By Jane Holloway and Tomas Brandt
14 March 2024 09:40 (UTC+02:00)

PORT ALMA, March 14 (Example Wire) - The harbour bridge that links the two halves of Port Alma opened to traffic again on Thursday, nine months after a freighter had torn away one of its pillars.

Mayor Helena Ostrov crossed it first, in a yellow bus full of schoolchildren. "We have been one town again since this morning," she said at the northern ramp, where several hundred people had waited since dawn.

The repairs cost 18 million euros, the regional transport office said, twice as much as engineers had estimated in June. The insurer of the freighter has so far paid a third of the sum.

Follow Example Wire on Telegram

A second crossing further up the river is to be built by 2029. The council votes on the plan next Tuesday.

Related news
Freighter captain fined over bridge collision (Exclusive)
Courts 11:20
Ferry line between the two banks to close
Transport 13 March 18:05
Port Alma counts the cost of a divided winter (PHOTO)
Business 13 March 08:30
Most read
Storm warning for the western coast
Weather 12:02
Old lighthouse finds a buyer
Culture 10:45
Copyright 2024 Example Wire. All rights reserved.
`;
