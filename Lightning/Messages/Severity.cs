namespace Lightning;

/// <summary>How much a message matters.</summary>
public enum Severity
{
    /// <summary>Something the user may want to know.</summary>
    Info,

    /// <summary>Something that may not be what the user meant.</summary>
    Warning,
}
