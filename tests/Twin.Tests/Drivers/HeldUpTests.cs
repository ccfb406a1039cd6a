using System.Device.Gpio;
using CoinRig.Clock;
using CoinRig.FrontEnd;

namespace CoinRig.Twin.Tests;

/// <summary>A program that does not run for a while, wherever that is: the drivers open the board all the same, and what they read is right.</summary>
[TestClass]
public sealed class HeldUpTests
{
    const long HeldNanoseconds = 3 * RigClockExtensions.Millisecond;

    [TestMethod]
    public void Initialize_HeldUpOnceAtAnyWait_OpensTheBoard()
    {
        var waits = Open(heldUpAt: -1);
        Assert.IsGreaterThan(100, waits);
        for (var wait = 0; wait < waits; wait++)
        {
            // Polls of one line are alike: the first of them and some others will do.
            if (wait < 200 || wait % 97 == 0)
            {
                Open(wait);
            }
        }
    }

    static int Open(int heldUpAt)
    {
        var time = new VirtualClock();
        var profile = BoardProfileFile.Load(Path.Combine(AppContext.BaseDirectory, "boards", "reference.yaml"));
        var twin = new BoardTwin(profile, time, 1, new ResistorCell(3.7, 100));
        var clock = new HeldUpClock(time, heldUpAt);
        using var board = Board.Open(profile, twin.OpenSpi, new GpioController(twin.Gpio), clock);
        var opened = clock.Waits;
        Assert.AreEqual(3, board.Adc.ReadIdentity());
        return opened;
    }

    /// <summary>A clock of a program that is held up once, after one of its waits.</summary>
    sealed class HeldUpClock(VirtualClock time, int at) : IRigClock
    {
        internal int Waits { get; private set; }

        public long Nanoseconds => time.Nanoseconds;

        public DateTimeOffset UtcNow => time.UtcNow;

        public void WaitUntil(long nanoseconds)
        {
            time.WaitUntil(nanoseconds);
            if (Waits++ == at)
            {
                time.Wait(HeldNanoseconds);
            }
        }
    }
}
