# What is seen and heard in a run: captions of sounds, faces, poses. The keys must be the same in both languages.

## Sounds
sound-ring = A telephone rings
sound-ring-far = Another telephone rings
sound-ring-mobile = A mobile rings
sound-pickup = The receiver is picked up
sound-hangup = Click: the call ends
sound-dial-tone = The dial tone hums
sound-line-breath = Breathing on the line
sound-slam = A bang on the counter
sound-buzz = A phone buzzes
sound-door = A door opens
sound-car-door = A car door shuts
sound-footsteps = Footsteps
sound-cup = A cup clinks
sound-glass = A glass clinks
sound-cutlery = Dishes and chopsticks clatter
sound-splash = Water spills
sound-paper = Papers rustle
sound-chatter = A murmur of voices
sound-keyboard = Keys tapping
sound-watch-tick = A watch ticks
sound-room-tone = The room is quiet
sound-heart = So quiet you hear your heart
sound-chime-met = Two soft notes: well done
sound-chime-missed = One low note: missed
sound-page = A page turns
sound-press = A button clicks
sound-murmur-low = A man's voice murmurs
sound-murmur-high = A woman's voice murmurs

## Faces
mood-neutral = calm
mood-smile = smiling
mood-delighted = delighted
mood-frown = frowning
mood-angry = angry
mood-worried = worried
mood-surprised = surprised
mood-embarrassed = embarrassed

## Poses
pose-stand = stands with arms at the sides
pose-nod = nods
pose-bow15 = bows slightly, about 15 degrees
pose-bow30 = bows, about 30 degrees
pose-bow45 = bows deeply, about 45 degrees
pose-offer-hand = holds out the right hand
pose-offer-left-hand = holds out the left hand
pose-offer-card = offers a card with both hands
pose-offer-card-one-hand = offers a card with one hand
pose-receive-card = reaches for the card with both hands
pose-read-card = holds up the card and reads it
pose-phone = holds a telephone to the ear
pose-film = holds up a phone, filming
pose-hold-paper = holds a sheet of paper
pose-hold-cup = holds a cup in front
pose-write = writes on a pad
pose-fold-arms = folds the arms
pose-slam = slams a hand on the counter
pose-wipe = wipes a palm
pose-show-way = shows the way with an open hand
pose-reach-across = reaches across somebody
pose-check-watch = looks at the wrist watch
pose-sit = sits
pose-turn-away = turns away
