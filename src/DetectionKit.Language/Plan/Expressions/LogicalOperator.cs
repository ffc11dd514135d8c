namespace DetectionKit.Language.Plan.Expressions;

/// <summary>How conditions are joined.</summary>
public enum LogicalOperator
{
    /// <summary>All of them.</summary>
    And,

    /// <summary>At least one.</summary>
    Or,

    /// <summary>An odd number of them.</summary>
    Xor,
}
