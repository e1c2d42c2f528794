# What is seen and heard in a run: captions of sounds, faces, poses. The keys must be the same in both languages.

## Sounds
sound-ring = A telephone rings
sound-ring-far = Another telephone rings
sound-ring-mobile = A mobile rings
sound-pickup = The receiver is picked up
sound-hangup = Click: the call ends
sound-dial-tone = The dial tone hums
sound-ringback = It is ringing at the other end
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
sound-murmur-low = A man’s voice murmurs
sound-murmur-high = A woman’s voice murmurs
caption-ring = ☎ Ring { $count }
caption-ring-of = ☎ { $line } · ring { $count }
caption-met = Two soft notes: well done
caption-missed = One low note: something was missed

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
pose-offer-card-low = offers a card with both hands, down at the waist
pose-offer-card-high = holds a card up with both hands, right before the other’s face
pose-offer-card-wrong-way = offers a card with both hands, the print turned to the giver
pose-offer-card-one-hand = offers a card with the right hand alone
pose-offer-card-left-hand = offers a card with the left hand
pose-offer-card-stack = offers a card with the right hand, the left holds the rest of the stack
pose-hold-stack = holds a stack of cards in the left palm
pose-hold-cards = holds a card or two in the left palm
pose-receive-card = reaches for the card with both hands
pose-receive-card-one-hand = reaches for the card with one hand
pose-read-card = holds up the card and reads it
pose-read-stack = fans out what was given, and reads
pose-phone = holds a telephone to the ear
pose-film = holds up a phone, filming
pose-hold-paper = holds a sheet of paper
pose-hold-cup = holds a cup in front
pose-hold-cup-left = holds a cup in the left hand
pose-hold-form = holds out a form with both hands
pose-hold-tray = carries a tray
pose-hold-umbrella = holds up an umbrella
pose-pull-chair = draws the chair back
pose-pour-tea = pours tea
pose-write = writes on a pad
pose-fold-arms = folds the arms
pose-slam = slams a hand on the counter
pose-wipe = wipes a palm
pose-show-way = shows the way with an open hand
pose-reach-across = reaches across somebody
pose-check-watch = looks at the wrist watch
pose-sit = sits
pose-turn-away = turns away
pose-hold-phone-and-card = holds a telephone and a card in the left hand
pose-hold-cup-phone-and-card = holds a cup in both hands, a telephone and a card between the fingers
pose-crush-paper = crushes a sheet in the fist
pose-sit-with-cards = sits, cards on the knee
pose-sit-write = sits, writing on a pad
pose-give-card = offers { $hands ->
        [both] a card with both hands
        [right] a card with the right hand alone
        [left] a card with the left hand
       *[each] a card in each hand
    }{ $height ->
        [low] , down at the waist
        [high] , right before the other’s face
       *[chest] {""}
    }{ $print ->
        [to-giver] , the print turned to the giver
        [sideways] , the print sideways
       *[to-taker] {""}
    }{ $free ->
        [stack] , a stack in the other palm
        [cards] , a card or two in the other palm
        [stack-under-arm] , a stack under the arm
        [papers] , papers in the other hand
        [cup] , a cup in the other hand
        [phone-and-card] , a telephone and a card in the other hand
       *[nothing] {""}
    }
pose-take-card = reaches { $hands ->
        [right] with the right hand
        [left] with the left hand
        [each] with a hand for each card
       *[both] with both hands
    } for a card{ $height ->
        [low] , down at the waist
        [high] , up at the eyes
       *[chest] {""}
    }{ $free ->
        [stack] , a stack in the other palm
        [cards] , a card or two in the other palm
        [stack-under-arm] , a stack under the arm
        [papers] , papers in the other hand
        [cup] , a cup in the other hand
        [phone-and-card] , a telephone and a card in the other hand
       *[nothing] {""}
    }
