using System.Device.Gpio;
using System.Device.Spi;
using CoinRig.Clock;
using CoinRig.FrontEnd;

namespace CoinRig.Twin.Tests;

/// <summary>A board (the reference one) as a twin, and a host that drives it with raw bytes and levels: no driver of ours in between.</summary>
sealed class RawHost
{
    readonly byte[] _mux = [0x51, 0x00, 0x00];
    readonly byte[] _frame = new byte[3];
    readonly byte[] _result = new byte[3];
    readonly byte[] _zero = [0];
    readonly byte[] _synchronize = [0xFC];
    readonly byte[] _read = [0x01];

    public VirtualClock Clock { get; } = new();
    public BoardProfile Profile { get; }
    public BoardTwin Board { get; }
    public GpioController Gpio { get; }
    public SpiDevice Spi => Board.Spi;
    public ChannelTwin Channel => Board.Channels[0];

    /// <summary>Powers up, opens all lines, calibrates the ADC at 25 SPS and gain 1.</summary>
    public RawHost(ICellModel? cell, long seed = 1, BoardProfile? profile = null)
    {
        Profile = profile ?? Shipped("reference");
        Board = new(Profile, Clock, seed, cell, null);
        Gpio = new(Board.Gpio);
        foreach (var pin in new[] { 22, 23, 18, 27 })
        {
            Gpio.OpenPin(pin, PinMode.Output, PinValue.High);
        }
        foreach (var pin in new[] { 5, 6, 13, 19, 26 })
        {
            Gpio.OpenPin(pin, PinMode.Output, PinValue.Low);
        }
        Gpio.OpenPin(17, PinMode.Input);
        Wait(40e-3);
        Configure(0x43, 0);
    }

    public static BoardProfile Shipped(string name) => BoardProfileFile.Load(Path.Combine(AppContext.BaseDirectory, "boards", $"{name}.yaml"));

    public void Wait(double seconds) => Clock.WaitUntil(Clock.Nanoseconds + (long)Math.Round(seconds * 1e9));

    public void Set(int pin, bool isHigh) => Gpio.Write(pin, isHigh ? PinValue.High : PinValue.Low);

    public void WaitReady()
    {
        while (Gpio.Read(17) == PinValue.High)
        {
            Clock.WaitUntil(Board.Adc.NextDataReady(Clock.Nanoseconds));
        }
    }

    public void Command(params byte[] bytes) => Frame(22, bytes);

    public void Configure(byte drate, byte gain)
    {
        Command(0x50, 0x03, 0x00, 0x01, gain, drate);
        Command(0xF0);
        WaitReady();
    }

    /// <summary>DAC frame 10h (A) or 24h (B): write and load.</summary>
    public void WriteDac(ushort code, byte control = 0x10)
    {
        (_frame[0], _frame[1], _frame[2]) = (control, (byte)(code >> 8), (byte)code);
        Frame(23, _frame);
    }

    /// <summary>One settled conversion; volts at the ADC for gain 1.</summary>
    public double Convert(byte mux)
    {
        Start(mux);
        WaitReady();
        return Read() * 5.0 / 0x7FFFFF;
    }

    /// <summary>WREG MUX, SYNC, WAKEUP.</summary>
    public void Start(byte mux = 0x01)
    {
        _mux[2] = mux;
        Set(22, false);
        Spi.Write(_mux);
        Wait(0.6e-6);
        Spi.Write(_synchronize);
        Wait(3.2e-6);
        Spi.Write(_zero);
        Wait(1.1e-6);
        Set(22, true);
    }

    public int Read()
    {
        Set(22, false);
        Spi.Write(_read);
        Wait(6.6e-6);
        Spi.Read(_result);
        Wait(1.1e-6);
        Set(22, true);
        return (_result[0] << 16 | _result[1] << 8 | _result[2]) << 8 >> 8;
    }

    /// <summary>Connects for zero current in range 1 (1 mA) and settles.</summary>
    public void ConnectForCurrent()
    {
        Set(19, true);
        WriteDac(32768);
        Set(6, true);
        Set(5, true);
        Wait(5e-3);
    }

    void Frame(int select, byte[] bytes)
    {
        Set(select, false);
        Spi.Write(bytes);
        Wait(1.1e-6);
        Set(select, true);
        Wait(3.2e-6);
    }
}
