using System.Device.Gpio;
using CoinRig.Clock;
using CoinRig.FrontEnd;
using CoinRig.Spi;

namespace CoinRig.Bench;

/// <summary>
/// A board whose chips cost nothing: registers read back, the voltage is one fixed code, and the current is what the DAC was told to while the relay of channel 1 is closed.
/// What is left is the work of driver, front end and control.
/// </summary>
sealed class NullBoard : IDisposable
{
    readonly GpioController _gpio;

    internal NullBoard(BoardProfile profile, IRigClock clock)
    {
        var lines = new NullGpio(profile.Pins.DataReady, profile.Pins.Reset);
        var dac = new NullDac();
        var pins = profile.Channels[0];
        var chip = new NullAds1256(profile, () => lines.IsHigh(pins.Pins.CellRelay) ? dac.PartOfFullScale * pins.Ranges[0].FullScaleAmperes : 0);
        _gpio = new GpioController(lines);
        Board = Board.Open(profile, chip, chip, dac, _gpio, clock);
    }

    internal Board Board { get; }

    public void Dispose()
    {
        Board.Dispose();
        _gpio.Dispose();
    }

    /// <summary>The ADC: a register file, and for each input pair the code of 3.7 V or of a current.</summary>
    sealed class NullAds1256(BoardProfile profile, Func<double> amperes) : ISpiTransport
    {
        const int ReadData = 0x01;
        const double Volts = 3.7;

        /// <summary>A code of 0 is what a dead bus reads, and would be looked into.</summary>
        const int OffZero = 3;

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
                var volts = isVoltage ? Volts * profile.VoltageAmplifierGain : amperes() * profile.Channels[0].Ranges[0].ShuntOhms * (1 << (_registers[2] & 7));
                var code = (int)(volts / (2 * profile.AdcReferenceVolts) * 0x7FFFFF) + OffZero;
                (answer[0], answer[1], answer[2]) = ((byte)(code >> 16), (byte)(code >> 8), (byte)code);
                return;
            }
            _registers.AsSpan(command[0] & 0x0F, answer.Length).CopyTo(answer);
        }

        /// <summary>FSC of a calibrated chip (data sheet table of calibration values).</summary>
        void SetIdealGain()
        {
            var gain = profile.DataRate == 500 ? 4_800_520 : 3_840_416;
            (_registers[8], _registers[9], _registers[10]) = ((byte)gain, (byte)(gain >> 8), (byte)(gain >> 16));
        }

        public void Dispose()
        {
        }
    }

    /// <summary>The DAC: it keeps what output A was told.</summary>
    sealed class NullDac : ISpiTransport
    {
        const int OutputB = 0x04;
        const int HalfScale = 0x8000;

        int _code = HalfScale;

        internal double PartOfFullScale => (_code - HalfScale) / (double)HalfScale;

        public int ClockFrequency => 900_000;

        public void Write(ReadOnlySpan<byte> bytes)
        {
            if ((bytes[0] & OutputB) == 0)
            {
                _code = bytes[1] << 8 | bytes[2];
            }
        }

        public void Write(ReadOnlySpan<byte> first, long pauseNanoseconds, ReadOnlySpan<byte> second) => Write(first);

        public void WriteRead(ReadOnlySpan<byte> command, long pauseNanoseconds, Span<byte> answer) => answer.Clear();

        public void Dispose()
        {
        }
    }
}
