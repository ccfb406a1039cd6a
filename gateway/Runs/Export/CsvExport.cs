using CoinRig.Control;

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
        output.Write(Labels);
        output.Write(hasTemperature ? TemperatureLabel + "\n" : "\n");
        run.Replay(new CsvRows(new CsvLine(output), options, run.Header.StartedUtc, hasTemperature));
    }

    /// <summary>Turns samples into lines; the markers between them tell which step they belong to.</summary>
    sealed class CsvRows(CsvLine line, CsvOptions options, DateTimeOffset startedUtc, bool hasTemperature) : IRunReader
    {
        readonly long _startedUnixNanoseconds = (startedUtc - DateTimeOffset.UnixEpoch).Ticks * 100;
        string _stepType = "";
        int _stepId;
        long _stepNanoseconds;
        int _stepCount;
        int _segments;
        int _recordOfStep;

        public string Name => "csv";

        public void OnMarker(Marker marker, Action<ResultRow> post)
        {
            switch (marker)
            {
                case StepStarted step:
                    _stepId = step.Step.Number;
                    _stepCount = step.StepCount;
                    Restart(step.Nanoseconds);
                    break;
                case SegmentStarted segment:
                    _segments++;
                    _stepType = StepType.Of(segment);
                    if (options.SegmentsAsSteps || segment.SegmentCount == 0)
                    {
                        Restart(segment.Nanoseconds);
                    }
                    break;
            }
        }

        public void OnSample(in Sample sample)
        {
            line.Seconds(sample.VoltageNanoseconds);
            line.Number(sample.Volts);
            line.Number(options.ZeroCurrentAtRest && _stepType == "REST" ? 0 : sample.Amperes);
            line.Seconds(_startedUnixNanoseconds + sample.VoltageNanoseconds);
            line.Integer(sample.Cycle);
            line.Integer(options.SegmentsAsSteps ? _segments : _stepCount);
            line.Integer(_stepId);
            line.Text(_stepType);
            line.Seconds(sample.VoltageNanoseconds - _stepNanoseconds);
            line.Integer(++_recordOfStep);
            line.Integer(sample.Sequence);
            line.Number(sample.NetCoulombs / SecondsPerHour);
            line.Number(sample.NetJoules / SecondsPerHour);
            if (hasTemperature)
            {
                line.Number(sample.DegreesCelsius);
            }
            line.End();
        }

        void Restart(long nanoseconds)
        {
            _stepNanoseconds = nanoseconds;
            _recordOfStep = 0;
        }
    }
}
