using System.Device.Gpio;
using CoinRig.Clock;
using CoinRig.FrontEnd;
using CoinRig.Spi;

namespace CoinRig.Bench;

/// <summary>
/// A board whose chips cost nothing: registers read back, conversions give one fixed code each, lines go nowhere. What is
/// left is the work of driver, front end and control.
/// </summary>
sealed class NullBoard : IDisposable
{
    readonly GpioController _gpio;

    internal NullBoard(BoardProfile profile)
    {
        var chip = new NullAds1256(profile);
        _gpio = new GpioController(new NullGpio(profile.Pins.DataReady, profile.Pins.Reset));
        Board = Board.Open(profile, chip, chip, new NullDac(), _gpio, Clock);
    }

    internal VirtualClock Clock { get; } = new();

    internal Board Board { get; }

    public void Dispose()
    {
        Board.Dispose();
        _gpio.Dispose();
    }

    /// <summary>The ADC: a register file, and for each input pair the code of 3.7 V or of 50 uA.</summary>
    sealed class NullAds1256(BoardProfile profile) : ISpiTransport
    {
        const int ReadData = 0x01;
        const double Volts = 3.7;
        const double Amperes = 50e-6;

        readonly byte[] _registers = [0x30, 0x01, 0x20, 0xF0, 0xE0, 0, 0, 0, 0x08, 0xAC, 0x44];

        public int ClockFrequency => 900_000;

        public void Write(ReadOnlySpan<byte> bytes)
        {
            if (bytes.Length > 2 && (bytes[0] & 0xF0) == 0x50)
            {
                var count = Math.Min(bytes[1] + 1, bytes.Length - 2);
                bytes.Slice(2, count).CopyTo(_registers.AsSpan(bytes[0] & 0x0F));
                _registers[0] = (byte)(0x30 | (_registers[0] & 0x0F));
                SetIdealGain();
            }
        }

        public void Write(ReadOnlySpan<byte> first, long pauseNanoseconds, ReadOnlySpan<byte> second) => Write(first);

        public void WriteRead(ReadOnlySpan<byte> command, long pauseNanoseconds, Span<byte> answer)
        {
            if (command[0] == ReadData)
            {
                var isVoltage = _registers[1] >> 4 == profile.Channels[0].VoltageInputs.Positive;
                var volts = isVoltage ? Volts * profile.VoltageAmplifierGain : Amperes * profile.Channels[0].Ranges[0].ShuntOhms * (1 << (_registers[2] & 7));
                var code = (int)(volts / (2 * profile.AdcReferenceVolts) * 0x7FFFFF);
                (answer[0], answer[1], answer[2]) = ((byte)(code >> 16), (byte)(code >> 8), (byte)code);
                return;
            }
            _registers.AsSpan(command[0] & 0x0F, answer.Length).CopyTo(answer);
        }

        /// <summary>FSC of a calibrated chip at 25 SPS (data sheet table of calibration values).</summary>
        void SetIdealGain() => (_registers[8], _registers[9], _registers[10]) = (0xA0, 0x99, 0x3A);

        public void Dispose()
        {
        }
    }

    sealed class NullDac : ISpiTransport
    {
        public int ClockFrequency => 900_000;

        public void Write(ReadOnlySpan<byte> bytes)
        {
        }

        public void Write(ReadOnlySpan<byte> first, long pauseNanoseconds, ReadOnlySpan<byte> second)
        {
        }

        public void WriteRead(ReadOnlySpan<byte> command, long pauseNanoseconds, Span<byte> answer) => answer.Clear();

        public void Dispose()
        {
        }
    }
}
