using CoinRig.Documents;

namespace CoinRig.Protocols;

/// <summary>Finds end conditions that can never be met, are met at once, or lie beyond the limits.</summary>
static class ConditionChecks
{
    internal static void Report(ProtocolContext context, DocumentNode node, EndCondition condition, Course course)
    {
        switch (condition.Quantity)
        {
            case Measured.SegmentTime or Measured.StepTime:
                Time(node, condition);
                break;
            case Measured.Voltage:
                Voltage(context, node, condition, course);
                break;
            case Measured.Current or Measured.AbsoluteCurrent:
                Current(context, node, condition, course);
                break;
            case Measured.StepCharge or Measured.StepEnergy:
                Charge(node, condition, course);
                break;
            case Measured.AbsoluteVoltageSlope or Measured.VoltageSlope:
                Slope(node, condition, course);
                break;
            case Measured.Power when course.Current == CurrentCourse.Zero:
                node.Report($"'{condition.Text}' tells nothing here: no current flows in a rest", "an end by time, voltage or dV/dt");
                break;
        }
    }

    /// <summary>Of a condition that must hold together with others only what can never be is a mistake.</summary>
    internal static void ReportTogether(ProtocolContext context, DocumentNode node, EndCondition condition)
    {
        if (condition.Quantity == Measured.Voltage)
        {
            LimitChecks.Voltage(context, node, condition.Threshold, "the step ends at");
        }
        else if (condition.Quantity is Measured.SegmentTime or Measured.StepTime && condition.Above)
        {
            Duration(node, condition.Threshold);
        }
        else if (condition.Quantity is Measured.VoltageSlope or Measured.AbsoluteVoltageSlope)
        {
            Slope(node, condition, new(VoltageCourse.Free, CurrentCourse.Free));
        }
    }

    static void Slope(DocumentNode node, EndCondition condition, Course course)
    {
        if (course.Voltage == VoltageCourse.Held)
        {
            node.Report($"'{condition.Text}' tells nothing here: the voltage is held", "an end by time, current or charge");
        }
        else if (condition.Threshold == 0 || (condition.Quantity == Measured.AbsoluteVoltageSlope && condition.Threshold < 0))
        {
            node.Report($"'{condition.Text}'", "a change of voltage that is not zero, such as '|dV/dt| < 1 mV/h'");
        }
    }

    static void Time(DocumentNode node, EndCondition condition)
    {
        if (!condition.Above)
        {
            node.Report($"'{condition.Text}' is met at once", "time > VALUE");
        }
        Duration(node, condition.Threshold);
    }

    /// <summary>Reports a duration that no step can have.</summary>
    internal static void Duration(DocumentNode node, double seconds)
    {
        if (seconds is <= 0 or > ConditionReader.LongestSeconds)
        {
            node.Report(node.Description, "a time above 0 s and at most 366 d");
        }
    }

    static void Voltage(ProtocolContext context, DocumentNode node, EndCondition condition, Course course)
    {
        if (course.Voltage == VoltageCourse.Held)
        {
            node.Report($"'{condition.Text}' can never be met: the voltage is held", "an end by time, current or charge, such as C/20 or time > 2 h");
            return;
        }
        LimitChecks.Voltage(context, node, condition.Threshold, "the step ends at");
        if ((course.Voltage == VoltageCourse.Rising && !condition.Above) || (course.Voltage == VoltageCourse.Falling && condition.Above))
        {
            node.Warn($"'{condition.Text}' is met at once or never: {Driver(course)} {(course.Voltage == VoltageCourse.Rising ? "raises" : "lowers")} the voltage",
                $"{Driver(course)} usually ends with voltage {(course.Voltage == VoltageCourse.Rising ? ">" : "<")} VALUE");
        }
    }

    static string Driver(Course course) => course.Current == CurrentCourse.Free ? "the sweep"
        : course.Voltage == VoltageCourse.Rising ? "a charge" : "a discharge";

    static void Current(ProtocolContext context, DocumentNode node, EndCondition condition, Course course)
    {
        if (course.Current is CurrentCourse.Set or CurrentCourse.Zero)
        {
            node.Report($"'{condition.Text}' tells nothing here: {(course.Current == CurrentCourse.Set ? "the current is set by the step" : "no current flows in a rest")}",
                "an end by time, voltage" + (course.Current == CurrentCourse.Set ? ", charge or capacity" : " or temperature"));
        }
        else if (condition is { Quantity: Measured.AbsoluteCurrent, Above: false, Threshold: <= 0 })
        {
            node.Report($"'{condition.Text}' can never be met: a current without its sign is not below zero", "a current above zero, such as C/20");
        }
        else if (condition is { Quantity: Measured.AbsoluteCurrent, Above: false } && condition.Threshold >= context.Largest.Amperes)
        {
            node.Report($"'{condition.Text}' is met at once: the current limit is {Readable.Amperes(context.Largest.Amperes)}",
                "a current below the limit, such as C/20");
        }
        else if (condition is { Quantity: Measured.AbsoluteCurrent, Above: true } && condition.Threshold > context.Largest.Amperes)
        {
            LimitChecks.Current(context, node, condition.Threshold, "the step ends at");
        }
    }

    static void Charge(DocumentNode node, EndCondition condition, Course course)
    {
        if (course.Current == CurrentCourse.Zero)
        {
            node.Report($"'{condition.Text}' can never be met: no current flows in a rest", "an end by time or voltage");
        }
        else if (!condition.Above)
        {
            var what = condition.Quantity == Measured.StepEnergy ? "energy" : "charge";
            node.Report($"'{condition.Text}' is met at once: the {what} of a step starts at zero", $"{what} > VALUE; it is counted without its sign");
        }
        else if (condition.Threshold <= 0)
        {
            node.Report(node.Description, "a charge above zero; it is counted without its sign");
        }
    }
}
