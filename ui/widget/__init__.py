"""The widget: suggested questions under an article on someone else's page, answered in place."""
