namespace Torchlight.ApiReport.Callers;

/// <summary>The ways in which callers may pass arguments to one list of parameters.</summary>
internal static class Arguments
{
    /// <summary>All of them by position, all by name, none that has a default, and each that has one alone by its name.</summary>
    /// <param name="parameters">What the lists know.</param>
    /// <param name="first">The number of the variable that goes to the first parameter.</param>
    /// <param name="modifier">What stands before an argument that is passed by reference.</param>
    public static IEnumerable<string> Forms(IReadOnlyList<Parameter> parameters, int first, string modifier)
    {
        (string Value, Parameter Parameter)[] all =
            [.. parameters.Select((parameter, index) => ($"{(parameter.IsByReference ? modifier : "")}p{first + index}", parameter))];
        var required = all.TakeWhile(item => !item.Parameter.IsOptional).Select(item => item.Value).ToArray();
        (string Value, Parameter Parameter)[] optional = all[required.Length..];

        yield return string.Join(", ", all.Select(item => item.Value));
        if (all.Length > 0)
        {
            yield return string.Join(", ", all.Select(Named));
        }

        if (optional.Length > 0)
        {
            yield return string.Join(", ", required);
        }

        foreach (var item in optional.Length > 1 ? optional : [])
        {
            yield return string.Join(", ", required.Append(Named(item)));
        }
    }

    /// <summary>The declarations of the variables that <see cref="Forms"/> passes.</summary>
    public static IEnumerable<string> Declarations(IReadOnlyList<Parameter> parameters) =>
        parameters.Select((parameter, index) => $"{parameter.Type} p{index}");

    private static string Named((string Value, Parameter Parameter) item) => $"@{item.Parameter.Name}: {item.Value}";
}
