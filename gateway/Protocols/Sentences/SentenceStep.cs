using CoinRig.Documents;

namespace CoinRig.Protocols;

/// <summary>Makes the segments of a step that is written as a sentence.</summary>
static class SentenceStep
{
    internal static (string Technique, StepBody Body)? Compile(DocumentNode node, ProtocolContext context)
    {
        var text = node.Text!;
        if (SentenceGrammar.Parse(text) is not { } sentence)
        {
            var (found, allowed) = SentenceDiagnosis.Explain(text);
            node.Report(found, allowed);
            return null;
        }
        if (SentenceChecks.Refuses(node, sentence))
        {
            return null;
        }
        var record = sentence.PeriodSeconds is { } period ? context.Record with { IntervalSeconds = period } : context.Record;
        if (sentence.Verb == Verb.Rest)
        {
            return ("rest", new(Rest.Segment(Ends(node, sentence, Course.Rest, context), record, SegmentRole.Rest, context.RestsHoldZeroCurrent, 0)));
        }
        var value = sentence.Value!.Value;
        if (sentence.Verb == Verb.Hold)
        {
            LimitChecks.Voltage(context, node, value.Number, "the step holds");
            var expected = ConstantVoltage.ExpectedAmperes(context.Previous, value.Number);
            var largest = double.IsNaN(expected) ? context.Largest.Amperes : Math.Min(expected, context.Largest.Amperes);
            return ("constant_voltage", new(ConstantVoltage.Segment(value.Number, Ends(node, sentence, Course.Hold, context), record, largest)));
        }
        if (value.Unit is "W" or "Ohm")
        {
            return Load(node, sentence, value, context, record);
        }
        var amperes = Amperes(node, value, context) * (sentence.Verb == Verb.Charge ? 1 : -1);
        LimitChecks.Current(context, node, amperes, "the step asks for");
        var segment = ConstantCurrent.Segment(amperes, Ends(node, sentence, Course.Of(amperes), context), record);
        return ("constant_current", new(context.CapacityResult is not null && value.Unit == "C" ? context.Following(segment) : segment));
    }

    static (string, StepBody) Load(DocumentNode node, Sentence sentence, SentenceValue value, ProtocolContext context, RecordRule record)
    {
        context.StepsInAbsoluteUnits.Add(context.StepNumber);
        var signed = value.Number * (sentence.Verb == Verb.Charge ? 1 : -1);
        var ends = Ends(node, sentence, Course.OfPower(signed), context);
        return value.Unit == "W" ? ("constant_power", new(LoadSegments.Power(context, node, signed, ends, record, double.NaN)))
            : ("constant_resistance", new(LoadSegments.Resistance(context, node, value.Number, ends, record, double.NaN)));
    }

    static double Amperes(DocumentNode node, SentenceValue value, ProtocolContext context) =>
        new CurrentValue(value.Number, value.Unit == "C" ? CurrentTerms.CRate : CurrentTerms.Absolute).Resolve(context, node);

    static List<EndCondition> Ends(DocumentNode node, Sentence sentence, Course course, ProtocolContext context)
    {
        var ends = new List<EndCondition>();
        if (sentence.ForSeconds is { } seconds)
        {
            ends.Add(new(Measured.SegmentTime, true, seconds, $"for {Readable.Duration(seconds)}"));
        }
        if (sentence.Until is { } limit)
        {
            var condition = limit.Unit == "V" ? VoltageLimit(sentence, limit, course) : CurrentLimit(node, sentence, limit, context);
            ConditionChecks.Report(context, node, condition, course);
            ends.Add(condition);
        }
        return ends;
    }

    static EndCondition VoltageLimit(Sentence sentence, SentenceValue limit, Course course)
    {
        var above = sentence.UntilOperator.Length > 0 ? sentence.UntilOperator == ">" : course.Voltage == VoltageCourse.Rising;
        return new(Measured.Voltage, above, limit.Number, $"voltage {(above ? ">" : "<")} {limit.Text}");
    }

    /// <summary>
    /// Without an operator, and always for a C-rate, the size of the current falls below the limit. With an operator it is PyBaMM's
    /// signed current, which is positive for a discharge: turned round here.
    /// </summary>
    static EndCondition CurrentLimit(DocumentNode node, Sentence sentence, SentenceValue limit, ProtocolContext context)
    {
        var amperes = Amperes(node, limit, context);
        if (sentence.UntilOperator.Length == 0)
        {
            return new(Measured.AbsoluteCurrent, false, amperes, $"|current| < {limit.Text}") { FollowsCapacity = context.CapacityResult is not null && limit.Unit == "C" };
        }
        if (limit.Unit == "C")
        {
            node.Warn($"'{sentence.UntilOperator}' before a C-rate means nothing in a sentence",
                $"the step ends when the size of the current falls below {limit.Text}: write 'until {limit.Text}'");
            return new(Measured.AbsoluteCurrent, false, amperes, $"|current| < {limit.Text}");
        }
        var above = sentence.UntilOperator == "<";
        var text = $"current {(above ? ">" : "<")} {Readable.Amperes(-amperes)}";
        node.Warn($"'{sentence.UntilOperator} {limit.Text}' counts a discharge positive in a sentence (PyBaMM's sign): here it is '{text}'",
            $"for a taper write 'until {limit.Text}', which looks at the size of the current");
        return new(Measured.Current, above, -amperes, text);
    }
}
