using CoinRig.Twin;

namespace CoinRig.Twin.Tests;

/// <summary>A bare emulated ADS1256 with constant inputs, and a host that clocks raw bytes at it. It has no manners of its own: every wait is the test's.</summary>
sealed class AdsBench : IAnalogInputs
{
    /// <summary>The master clock, ns.</summary>
    public const double Tau = 1e9 / 7.68e6;

    public double[] Volts { get; } = [2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 0];
    public double[] Ohms { get; } = new double[9];
    public EmulatedAds1256 Chip { get; }
    public long Now { get; private set; }
    public double ClockHertz { get; set; } = 960e3;
    public long LastFall { get; private set; }

    /// <summary>Powers up, lets the crystal start and the reset calibration finish; CS is high at the end.</summary>
    public AdsBench(AdsErrors? errors = null, long seed = 1)
    {
        Chip = new(this, errors ?? AdsErrors.None, seed);
        Now = 10_000;
        Chip.SetChipSelect(true, Now);
        Chip.SetReset(true, Now);
        Chip.SetSync(true, Now);
        Wait(40e-3);
    }

    public double MeanVolts(int pin, long from, long to) => Volts[pin];

    public double SourceOhms(int pin) => Ohms[pin];

    public bool IsReady => Chip.IsDataReady(Now);

    public void Wait(double seconds) => Now += (long)Math.Round(seconds * 1e9);

    public void WaitTau(double clocks) => Now += (long)Math.Ceiling(clocks * Tau);

    /// <summary>Jumps to the next falling edge of DRDY.</summary>
    public void WaitReady() => Now = IsReady ? Now : Chip.NextDataReady(Now);

    /// <summary>Takes CS low.</summary>
    public void Select() => Chip.SetChipSelect(false, Now);

    /// <summary>Keeps t10 and takes CS high.</summary>
    public void Release()
    {
        WaitTau(8);
        Chip.SetChipSelect(true, Now);
    }

    /// <summary>Clocks bytes without a pause.</summary>
    public byte[] Clock(params byte[] bytes)
    {
        var period = 1e9 / ClockHertz;
        var answer = bytes.Select((b, i) => Chip.Exchange(b, Now + (long)(8 * i * period), LastFall = Now + (long)((8 * i + 7.5) * period))).ToArray();
        Now += (long)Math.Ceiling(8 * bytes.Length * period);
        return answer;
    }

    /// <summary>A whole legal frame of one command without data to read.</summary>
    public void Command(params byte[] bytes)
    {
        Select();
        Clock(bytes);
        Release();
        WaitTau(24);
    }

    public byte[] ReadRegisters(int first, int count)
    {
        Select();
        Clock((byte)(0x10 | first), (byte)(count - 1));
        WaitTau(50);
        var answer = Clock(new byte[count]);
        Release();
        return answer;
    }

    /// <summary>RDATA as the data sheet has it; the code sign extended.</summary>
    public int ReadData()
    {
        Select();
        Clock(0x01);
        WaitTau(50);
        var b = Clock(0, 0, 0);
        Release();
        return (b[0] << 16 | b[1] << 8 | b[2]) << 8 >> 8;
    }

    /// <summary>SYNC, 24 tau, WAKEUP; returns the time of WAKEUP's first clock edge.</summary>
    public long SyncAndWakeUp()
    {
        Select();
        Clock(0xFC);
        WaitTau(24);
        var start = Now;
        Clock(0x00);
        Release();
        return start;
    }

    /// <summary>Sets rate, gain index and buffer, and starts afresh.</summary>
    public void Configure(byte drate, int gain = 0, bool isBuffered = false, byte mux = 0x01)
    {
        Command(0x50, 0x03, (byte)(isBuffered ? 2 : 0), mux, (byte)gain, drate);
        SyncAndWakeUp();
    }

    /// <summary>A settled conversion.</summary>
    public int Convert()
    {
        SyncAndWakeUp();
        WaitReady();
        return ReadData();
    }

    /// <summary>Asserts that a sequence is refused, and for which reason.</summary>
    public static TimingViolationException Refused(string symbol, Action sequence)
    {
        var refusal = Assert.ThrowsExactly<TimingViolationException>(sequence);
        Assert.AreEqual(symbol, refusal.Symbol, refusal.Message);
        return refusal;
    }
}
