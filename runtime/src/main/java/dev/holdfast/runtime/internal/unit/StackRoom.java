package dev.holdfast.runtime.internal.unit;

/**
 * Makes a nearly full stack overflow early: before an attempt takes a place, and not between that and giving it back,
 * or before a wait is given to the timer. The code after that needs less room than was reserved.
 */
public final class StackRoom {

    /** The number of frames. HotSpot inlines two into one, whose entry then checks the room of both. */
    private static final int FRAMES = 4;

    /** The number of frames for starting a thread or giving a task to an executor. */
    private static final int MANY_FRAMES = 32;

    private StackRoom() {}

    /**
     * Reserves room for the end of an attempt.
     *
     * @throws StackOverflowError without that room
     */
    public static void reserve() {
        reserve(FRAMES);
    }

    /**
     * Reserves room for starting a thread or calling an executor.
     *
     * @throws StackOverflowError without that room
     */
    public static void reserveMuch() {
        reserve(MANY_FRAMES);
    }

    /**
     * The unused variables make the frame two kilobytes wide, interpreted or compiled: compiled code reserves room for
     * the interpreted frames that it may return to.
     */
    @SuppressWarnings("UnusedVariable")
    private static int reserve(int frames) {
        long s000,
                s001,
                s002,
                s003,
                s004,
                s005,
                s006,
                s007,
                s008,
                s009,
                s010,
                s011,
                s012,
                s013,
                s014,
                s015,
                s016,
                s017,
                s018,
                s019,
                s020,
                s021,
                s022,
                s023,
                s024,
                s025,
                s026,
                s027,
                s028,
                s029,
                s030,
                s031,
                s032,
                s033,
                s034,
                s035,
                s036,
                s037,
                s038,
                s039,
                s040,
                s041,
                s042,
                s043,
                s044,
                s045,
                s046,
                s047,
                s048,
                s049,
                s050,
                s051,
                s052,
                s053,
                s054,
                s055,
                s056,
                s057,
                s058,
                s059,
                s060,
                s061,
                s062,
                s063,
                s064,
                s065,
                s066,
                s067,
                s068,
                s069,
                s070,
                s071,
                s072,
                s073,
                s074,
                s075,
                s076,
                s077,
                s078,
                s079,
                s080,
                s081,
                s082,
                s083,
                s084,
                s085,
                s086,
                s087,
                s088,
                s089,
                s090,
                s091,
                s092,
                s093,
                s094,
                s095,
                s096,
                s097,
                s098,
                s099,
                s100,
                s101,
                s102,
                s103,
                s104,
                s105,
                s106,
                s107,
                s108,
                s109,
                s110,
                s111,
                s112,
                s113,
                s114,
                s115,
                s116,
                s117,
                s118,
                s119,
                s120,
                s121,
                s122,
                s123,
                s124,
                s125,
                s126,
                s127;
        return frames == 1 ? 1 : 1 + reserve(frames - 1);
    }
}
