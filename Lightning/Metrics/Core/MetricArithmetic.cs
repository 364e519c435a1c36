namespace Lightning.Metrics;

/// <summary>Arithmetic on metrics of two tensors: <c>(precision + recall) / 2</c> is a metric, a <see cref="CompositionalMetric"/>, which owns its parts.</summary>
public static class MetricArithmetic
{
    /// <summary>The operators.</summary>
    extension(Metric<Tensor, Tensor, Tensor>)
    {
        /// <summary>The sum of two metrics' values.</summary>
        public static CompositionalMetric operator +(Metric<Tensor, Tensor, Tensor> left, Metric<Tensor, Tensor, Tensor> right) => new((a, b) => a.add(b!), left, right);

        /// <summary>A metric's value and a number.</summary>
        public static CompositionalMetric operator +(Metric<Tensor, Tensor, Tensor> left, double right) => new((a, _) => a.add(right), left);

        /// <summary>A number and a metric's value.</summary>
        public static CompositionalMetric operator +(double left, Metric<Tensor, Tensor, Tensor> right) => new((a, _) => a.add(left), right);

        /// <summary>The difference of two metrics' values.</summary>
        public static CompositionalMetric operator -(Metric<Tensor, Tensor, Tensor> left, Metric<Tensor, Tensor, Tensor> right) => new((a, b) => a.sub(b!), left, right);

        /// <summary>A metric's value less a number.</summary>
        public static CompositionalMetric operator -(Metric<Tensor, Tensor, Tensor> left, double right) => new((a, _) => a.sub(right), left);

        /// <summary>A number less a metric's value.</summary>
        public static CompositionalMetric operator -(double left, Metric<Tensor, Tensor, Tensor> right) => new((a, _) => a.neg().add(left), right);

        /// <summary>A metric's value with the other sign.</summary>
        public static CompositionalMetric operator -(Metric<Tensor, Tensor, Tensor> metric) => new((a, _) => a.neg(), metric);

        /// <summary>The product of two metrics' values.</summary>
        public static CompositionalMetric operator *(Metric<Tensor, Tensor, Tensor> left, Metric<Tensor, Tensor, Tensor> right) => new((a, b) => a.mul(b!), left, right);

        /// <summary>A metric's value times a number.</summary>
        public static CompositionalMetric operator *(Metric<Tensor, Tensor, Tensor> left, double right) => new((a, _) => a.mul(right), left);

        /// <summary>A number times a metric's value.</summary>
        public static CompositionalMetric operator *(double left, Metric<Tensor, Tensor, Tensor> right) => new((a, _) => a.mul(left), right);

        /// <summary>The ratio of two metrics' values.</summary>
        public static CompositionalMetric operator /(Metric<Tensor, Tensor, Tensor> left, Metric<Tensor, Tensor, Tensor> right) => new((a, b) => a.div(b!), left, right);

        /// <summary>A metric's value by a number.</summary>
        public static CompositionalMetric operator /(Metric<Tensor, Tensor, Tensor> left, double right) => new((a, _) => a.div(right), left);

        /// <summary>A number by a metric's value.</summary>
        public static CompositionalMetric operator /(double left, Metric<Tensor, Tensor, Tensor> right) => new((a, _) => a.reciprocal().mul(left), right);
    }
}
