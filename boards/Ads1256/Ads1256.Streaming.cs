using CoinRig.Clock;

namespace Iot.Device.Ads1256;

public sealed partial class Ads1256
{
    static readonly byte[] NoCommand = [];

    long _nextResultAt;
    int _repeatedCode;
    int _repetitions;

    /// <summary>
    /// Results that were overwritten in the chip before they were read, since <see cref="StartFreeRunning"/>. The chip itself does
    /// not count them.
    /// </summary>
    public long MissedResults { get; private set; }

    /// <summary>
    /// Starts conversions that follow each other without a restart, at the full data rate. Read them with <see cref="ReadData"/>.
    /// </summary>
    /// <param name="positive">Positive input.</param>
    /// <param name="negative">Negative input.</param>
    /// <param name="gain">Gain, which must have been calibrated.</param>
    /// <param name="continuousRead">
    /// True to use RDATAC: results come out without a command each. The data sheet does not say whether a rise of chip select
    /// between them is allowed; it is untried on hardware, so RDATA is the default.
    /// </param>
    public void StartFreeRunning(AnalogInput positive, AnalogInput negative, PgaGain gain, bool continuousRead = false)
    {
        RequireReady();
        Start(positive, negative, gain, out var startedAfter, out var startedBefore);
        MissedResults = 0;
        _repetitions = 0;
        _mode = Mode.FreeRunning;
        WaitForFall("the start of free running conversions", startedAfter, startedBefore, _settlingNanoseconds, FallTolerance,
            FallTolerance, _settlingNanoseconds * 3 / 2 + CommunicationNanoseconds, out _nextResultAt);
        if (continuousRead)
        {
            // The command must come after DRDY went low; what follows at the next DRDY is the first result (SBAS288K, t11).
            Send(Command.ReadDataContinuously);
            _nextResultAt += _periodNanoseconds;
            _mode = Mode.ContinuousRead;
        }
    }

    /// <summary>Waits for the next free running result and reads it.</summary>
    /// <exception cref="InvalidOperationException">The chip is not running freely.</exception>
    /// <exception cref="Ads1256TimeoutException">No result came.</exception>
    /// <exception cref="Ads1256LateException">Results could not be read before they were replaced.</exception>
    /// <exception cref="Ads1256RegisterException">The code is one that a dead bus gives, and the registers are wrong.</exception>
    public Conversion ReadData()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (_mode is not (Mode.FreeRunning or Mode.ContinuousRead))
        {
            throw NotReady();
        }
        for (var attempt = 0; !TryReadNext(); attempt++)
        {
            if (attempt == Attempts)
            {
                throw new Ads1256LateException(Attempts, DataRate);
            }
        }
        var code = TakeCode();
        var result = Result(code, Gain, _nextResultAt);
        _nextResultAt += _periodNanoseconds;
        CheckStreamedCode(code);
        return result;
    }

    /// <summary>False where the reading ended so late that the chip may have replaced the result meanwhile.</summary>
    bool TryReadNext()
    {
        WaitForNextResult();
        _transport.WriteRead(_mode == Mode.FreeRunning ? ReadDataFrame : NoCommand, _commandToDataNanoseconds,
            _answer.AsSpan(0, ResultBytes));
        return _clock.Nanoseconds + _updateNanoseconds <= _nextResultAt + _periodNanoseconds;
    }

    /// <summary>Ends free running and, where it was used, RDATAC. The chip takes all commands again.</summary>
    public void StopFreeRunning()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (_mode == Mode.ContinuousRead)
        {
            WaitForNextResult();
            Send(Command.StopReadDataContinuously);
            _clock.Wait(_afterSyncNanoseconds);
            _mode = Mode.Ready;
        }
        else if (_mode == Mode.FreeRunning)
        {
            _mode = Mode.Ready;
        }
    }

    long FallTolerance => _settlingNanoseconds / ClockShare + 2 * RigClockExtensions.Microsecond;

    /// <summary>Time of a frame that reads a result, with a margin: no result may be replaced while it is read (t17).</summary>
    long ReadNanoseconds => FrameNanoseconds + _updateNanoseconds;

    /// <summary>RDATA, t6 and three bytes.</summary>
    long FrameNanoseconds => _commandToDataNanoseconds + (long)(8 * (1 + ResultBytes) * _bitNanoseconds);

    void WaitForNextResult()
    {
        var late = _clock.Nanoseconds + ReadNanoseconds - _nextResultAt;
        if (late > _periodNanoseconds)
        {
            var missed = late / _periodNanoseconds;
            MissedResults += missed;
            _nextResultAt += missed * _periodNanoseconds;
        }
        WaitForFall("the result before", _nextResultAt, _nextResultAt, 0, FallTolerance, FallTolerance,
            _periodNanoseconds + CommunicationNanoseconds, out _nextResultAt);
    }

    /// <summary>The check of <see cref="Convert"/>, from the third time on that the same doubtful code comes: here it may cost a result.</summary>
    void CheckStreamedCode(int code)
    {
        _repetitions = IsSuspect(code) ? code == _repeatedCode ? _repetitions + 1 : 1 : 0;
        _repeatedCode = code;
        if (_repetitions < 3)
        {
            return;
        }
        if (_mode == Mode.FreeRunning)
        {
            ThrowOnMismatch("while running freely");
            return;
        }
        var missed = MissedResults;
        StopFreeRunning();
        ThrowOnMismatch("while running freely");
        StartFreeRunning(PositiveInput, NegativeInput, Gain, continuousRead: true);
        MissedResults = missed;
    }
}
