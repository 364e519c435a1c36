namespace Lightning.Tests.Cli;

internal sealed class CliSquare(double side) : ICliShape
{
    public double Area => side * side;
}
