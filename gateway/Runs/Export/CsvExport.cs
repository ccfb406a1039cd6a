using CoinRig.Control;
using CoinRig.InstrumentFiles;

namespace CoinRig.Runs;

/// <summary>
/// Writes the samples of a run as CSV with the preferred labels of the Battery Data Format (Battery Data Alliance, ontology 1.3.0). Numbers
/// are written so that they read back to the same bits; the same run content gives the same bytes.
/// </summary>
public static class CsvExport
{
    const string Labels = "Test Time / s,Voltage / V,Current / A,Unix Time / s,Cycle Count / 1,Step Count / 1,Step ID,Step Type,Step Time / s,"
        + "Step Record Index / 1,Record Index / 1,Net Capacity / Ah,Net Energy / Wh";

    const string TemperatureLabel = ",Surface Temperature / degC";

    /// <summary>Beyond the format: what happened between the row before and this one, each with its own time. Only where a run has marks.</summary>
    const string MarkLabel = ",Marks";
    const double SecondsPerHour = 3600;

    /// <summary>Writes a run.</summary>
    /// <param name="run">The run.</param>
    /// <param name="output">Where to.</param>
    /// <param name="options">What is chosen; null for the defaults.</param>
    /// <exception cref="RunFileException">The file is damaged.</exception>
    public static void Write(RunFileReader run, TextWriter output, CsvOptions? options = null)
    {
        options ??= new();
        var hasTemperature = run.Samples().Any(static s => !double.IsNaN(s.DegreesCelsius));
        var marks = run.Marks();
        output.Write(Labels);
        output.Write(hasTemperature ? TemperatureLabel : "");
        output.Write(marks.Count > 0 ? MarkLabel + "\n" : "\n");
        run.Replay(new CsvRows(new CsvLine(output), options, run.Header, hasTemperature, new MarkColumn(marks, run.LastSequence)));
    }

    /// <summary>Turns samples into lines; the markers between them tell which step they belong to.</summary>
    sealed class CsvRows(CsvLine line, CsvOptions options, RunHeader header, bool hasTemperature, MarkColumn marks) : IRunReader
    {
        readonly long _startedUnixNanoseconds = (header.StartedUtc - DateTimeOffset.UnixEpoch).Ticks * 100;
        (int Step, int Segment) _segment;
        string _stepType = "";
        int _stepId;
        long _stepNanoseconds;
        int _segments;
        int _recordOfStep;

        public string Name => "csv";

        public void OnMarker(Marker marker, Action<ResultRow> post)
        {
            switch (marker)
            {
                case StepStarted step:
                    _stepId = step.Step.Number;
                    Restart(step.Nanoseconds);
                    break;
                case SegmentStarted segment:
                    _stepType = StepType.Of(segment);
                    Enter(segment.StepCount, segment.SegmentCount, segment.Nanoseconds);
                    break;
            }
        }

        public void OnSample(in Sample sample)
        {
            var stepType = _stepType;
            if (sample.Flags.HasFlag(SampleFlags.Approach))
            {
                // The ramp to a voltage comes before its segment's marker; the one back from a pause is within it.
                stepType = StepType.Approach;
                Enter(sample.StepCount, sample.SegmentCount, sample.VoltageNanoseconds);
            }
            else if (sample.Flags.HasFlag(SampleFlags.Paused))
            {
                stepType = StepType.Rest;
            }
            line.Seconds(sample.VoltageNanoseconds);
            line.Number(sample.Volts);
            line.Number(options.ZeroCurrentAtRest && stepType == StepType.Rest ? 0 : sample.Amperes);
            line.Seconds(_startedUnixNanoseconds + header.UnixNanosecondsLater(sample.VoltageNanoseconds));
            line.Integer(sample.Cycle);
            line.Integer(options.SegmentsAsSteps ? _segments : sample.StepCount);
            line.Integer(_stepId);
            line.Text(stepType);
            line.Seconds(sample.VoltageNanoseconds - _stepNanoseconds);
            line.Integer(++_recordOfStep);
            line.Integer(sample.Sequence);
            line.Number(sample.NetCoulombs / SecondsPerHour);
            line.Number(sample.NetJoules / SecondsPerHour);
            if (hasTemperature)
            {
                line.Number(sample.DegreesCelsius);
            }
            if (!marks.IsEmpty)
            {
                line.Text(marks.Until(sample));
            }
            line.End();
        }

        void Enter(int step, int segment, long nanoseconds)
        {
            if (_segment == (step, segment))
            {
                return;
            }
            _segment = (step, segment);
            _segments++;
            if (options.SegmentsAsSteps)
            {
                Restart(nanoseconds);
            }
        }

        void Restart(long nanoseconds)
        {
            _stepNanoseconds = nanoseconds;
            _recordOfStep = 0;
        }
    }
}
