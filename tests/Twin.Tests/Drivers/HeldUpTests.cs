using System.Device.Gpio;
using CoinRig.Clock;
using CoinRig.FrontEnd;
using Iot.Device.Ads1256;

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

    /// <summary>
    /// In real time a program may be held up in the middle of a frame until the next result replaces the one that is read (t17). The chip then gives wrong bits;
    /// the driver notices by its own clock and converts again.
    /// </summary>
    [TestMethod]
    public void Convert_HeldUpWhileItReads_GivesNoWrongResult()
    {
        const double volts = 3.7;
        var time = new VirtualClock();
        var profile = BoardProfileFile.Load(Path.Combine(AppContext.BaseDirectory, "boards", "reference.yaml"));
        var clock = new HeldUpClock(time, -1);
        var twin = new BoardTwin(profile, clock, 1, new ResistorCell(volts, 100));
        twin.Adc.IsUpdateGarbling = true;
        using var board = Board.Open(profile, twin.OpenSpi, new GpioController(twin.Gpio), clock);
        var inputs = profile.Channels[0].VoltageInputs;
        double Read() => board.Adc.Convert((AnalogInput)inputs.Positive, (AnalogInput)inputs.Negative, PgaGain.X1).Volts;
        var right = Read();
        var late = board.Adc.LateReadings;
        var period = RigClockExtensions.Second / 25;
        for (var wait = 0; wait < 12; wait++)
        {
            for (var before = 0; before < 400; before += 4)
            {
                clock.HoldUp(wait, period - before * RigClockExtensions.Microsecond);
                Assert.AreEqual(right, Read(), 1e-4, $"wait {wait}, {before} us before the period");
            }
        }
        Assert.IsGreaterThan(20, board.Adc.LateReadings - late);
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
        long _held = HeldNanoseconds;
        int _at = at;

        internal int Waits { get; private set; }

        internal void HoldUp(int afterWaits, long nanoseconds) => (_at, _held) = (Waits + afterWaits, nanoseconds);

        public long Nanoseconds => time.Nanoseconds;

        public DateTimeOffset UtcNow => time.UtcNow;

        public void WaitUntil(long nanoseconds)
        {
            time.WaitUntil(nanoseconds);
            if (Waits++ == _at)
            {
                time.Wait(_held);
            }
        }
    }
}
