using CoinRig.Control;

namespace CoinRig.Runs;

/// <summary>Whether sequence numbers, times and markers are in the order in which a run makes them.</summary>
sealed class OrderCheck(Findings findings) : IRunReader
{
    long _sequence;
    long _time = long.MinValue;
    int _steps;
    int _segment;
    bool _stepIsOpen;
    bool _segmentIsOpen;

    /// <inheritdoc/>
    public string Name => "order";

    /// <summary>The last sample's sequence number.</summary>
    public long LastSequence => _sequence;

    /// <inheritdoc/>
    public void OnSample(in Sample sample)
    {
        if (sample.Sequence != _sequence + 1)
        {
            findings.Add("holes in the sequence", sample.Sequence == _sequence ? $"Sample {sample.Sequence} is there twice." : $"Samples {_sequence + 1} to {sample.Sequence - 1} are missing.");
        }
        if (sample.VoltageNanoseconds <= _time)
        {
            findings.Add("times that go back", $"Sample {sample.Sequence}: its time, {sample.VoltageNanoseconds * 1e-9:0.000} s, is not after that of the sample before.");
        }
        if (sample.StepCount != _steps)
        {
            findings.Add("samples of another step", $"Sample {sample.Sequence} says step {sample.StepCount}; by the markers it is step {_steps}.");
        }
        (_sequence, _time) = (sample.Sequence, sample.VoltageNanoseconds);
    }

    /// <inheritdoc/>
    public void OnMarker(Marker marker, Action<ResultRow> post)
    {
        switch (marker)
        {
            case StepStarted step:
                Require(!_stepIsOpen && step.StepCount == _steps + 1, $"step {step.StepCount} begins after step {_steps}{(_stepIsOpen ? ", which has not ended" : "")}");
                (_steps, _segment, _stepIsOpen, _segmentIsOpen) = (step.StepCount, -1, true, false);
                break;
            case SegmentStarted segment:
                Require(_stepIsOpen && !_segmentIsOpen && segment.StepCount == _steps && segment.SegmentCount > _segment, $"segment {segment.SegmentCount} of step {segment.StepCount} begins out of its turn");
                (_segment, _segmentIsOpen) = (segment.SegmentCount, true);
                break;
            case SegmentEnded segment:
                Require(_segmentIsOpen && segment.StepCount == _steps && segment.SegmentCount == _segment, $"segment {segment.SegmentCount} of step {segment.StepCount} ends, which had not begun");
                _segmentIsOpen = false;
                break;
            case StepEnded step:
                Require(_stepIsOpen && !_segmentIsOpen && step.StepCount == _steps, $"step {step.StepCount} ends out of its turn");
                _stepIsOpen = false;
                break;
            case RunEnded:
                Require(!_stepIsOpen, $"the run ends in step {_steps}, which has not ended");
                break;
        }
    }

    void Require(bool holds, string what)
    {
        if (!holds)
        {
            findings.Add("markers out of order", $"Markers after sample {_sequence}: {what}.");
        }
    }
}
